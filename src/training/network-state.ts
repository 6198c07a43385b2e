import { LossLabError } from '../error.ts';
import { message } from '../l10n.ts';
import type { SavedTensor } from '../run/checkpoint/checkpoint.ts';
import type { Average, Parameter } from './backend/backend.ts';
import type { Layer } from './layer.ts';

/** What a network is made of, by names as `dense-1.weights`, `dense-1.weights.slot-1`, `conv-2.norm.mean`. */
export function saveLayers(layers: readonly Layer[]): ReadonlyMap<string, SavedTensor> {
  const saved = new Map<string, SavedTensor>();
  for (const [name, state] of statesOf(layers)) {
    const { shape } = state.tensor;
    state.save().forEach((values, index) => saved.set(part(name, index), { shape, values }));
  }
  return saved;
}

/** @throws LossLabError if a tensor is missing or of another size */
export function restoreLayers(
  layers: readonly Layer[],
  saved: ReadonlyMap<string, SavedTensor>,
): void {
  for (const [name, state] of statesOf(layers)) {
    const arrays = state.save().map(({ length }, index) => {
      const values = saved.get(part(name, index))?.values;
      if (values?.length !== length) throw doesNotFit(part(name, index));
      return values;
    });
    state.restore(arrays);
  }
}

function* statesOf(layers: readonly Layer[]): Generator<[string, Parameter | Average]> {
  for (const { name, weights, bias, norm } of layers) {
    yield [`${name}.weights`, weights];
    if (bias) yield [`${name}.bias`, bias];
    for (const [key, state] of Object.entries(norm ?? {})) yield [`${name}.norm.${key}`, state];
  }
}

/** The values come first, then what the optimizer keeps of each. */
function part(name: string, index: number): string {
  return index === 0 ? name : `${name}.slot-${index}`;
}

function doesNotFit(name: string): LossLabError {
  return new LossLabError(
    message(
      'The checkpoint does not fit the experiment: “{name}” is missing or of another size. Continue with the model, optimizer and data of the run that it is of.',
      { name },
    ),
  );
}
