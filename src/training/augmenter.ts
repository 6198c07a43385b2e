import type { AugmentationKind, Picture } from '../experiment/augmentations/augmentation-kind.ts';
import {
  augmentationNames,
  augmentations,
  isAugmented,
  type Augmentation,
  type AugmentationName,
} from '../experiment/augmentations/catalogue.ts';
import { Random, type RandomState } from '../experiment/random.ts';

/** Changes training images at random, in place: what is on in `augmentation`, one after the other. */
export class Augmenter {
  readonly #steps: readonly Step[];
  #scratch: Picture | undefined;

  /** `random` is where the streams start: each augmentation has its own, whatever else is on. */
  constructor(augmentation: Augmentation, random: Random) {
    this.#steps = augmentationNames.map((name, jumps) =>
      stepOf(name, augmentation[name], ahead(random, jumps)),
    );
  }

  augment(picture: Picture): void {
    const scratch = (this.#scratch ??= like(picture));
    for (const { isOn, apply } of this.#steps) if (isOn) apply(picture, scratch);
  }

  save(): RandomState[] {
    return this.#steps.map(({ random }) => random.save());
  }

  restore(states: readonly RandomState[]): void {
    states.forEach((state, index) => this.#steps[index]?.random.restore(state));
  }
}

/** Null where nothing is to be done. */
export function augmenterFor(augmentation: Augmentation, random: Random): Augmenter | null {
  return isAugmented(augmentation) ? new Augmenter(augmentation, random) : null;
}

interface Step {
  readonly isOn: boolean;
  readonly random: Random;
  readonly apply: (picture: Picture, scratch: Picture) => void;
}

function stepOf<Name extends AugmentationName>(
  name: Name,
  setting: Augmentation[Name],
  random: Random,
): Step {
  const kind: AugmentationKind<Augmentation[Name]> = augmentations[name];
  return {
    isOn: setting !== kind.off,
    random,
    apply: (picture, scratch) => kind.transform(picture, scratch, setting, random),
  };
}

function ahead(random: Random, jumps: number): Random {
  const own = new Random(random.save().words);
  for (let i = 0; i < jumps; i++) own.jump();
  return own;
}

function like(picture: Picture): Picture {
  const { pixels, labels } = picture;
  return {
    ...picture,
    pixels: new Float32Array(pixels.length),
    labels: labels && new Uint8Array(labels.length),
  };
}
