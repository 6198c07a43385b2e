import type { JSX } from 'preact';
import { validationKey } from '../../../src/experiment/datasets/same-validation.ts';
import { twinsOf, type Twins } from '../../../src/insight/over-seeds.ts';
import type { Pair } from '../../../src/insight/verdict/arms.ts';
import { chanceOf } from '../../../src/insight/verdict/chance.ts';
import {
  hardShare,
  imagesApart,
  type HardImages,
  type ImagesApart,
} from '../../../src/insight/verdict/images.ts';
import { mcNemarLimit } from '../../../src/insight/verdict/limits.ts';
import { count, message, percent, type Message } from '../../../src/l10n.ts';
import { usePage } from '../../context.ts';
import { Text } from '../../parts/text.tsx';
import { useLabels } from '../data/use-labels.ts';

/** What the models of one seed do on the same images. */
export function Images({ pair }: { readonly pair: Pair }): JSX.Element | null {
  const [twins] = twinsOf(pair);
  if (twins?.a.evaluations.last === undefined || twins.b.evaluations.last === undefined)
    return null;
  return <OfTwins pair={pair} twins={twins} />;
}

function OfTwins({
  pair,
  twins,
}: {
  readonly pair: Pair;
  readonly twins: Twins;
}): JSX.Element | null {
  const { t } = usePage();
  const { labels } = useLabels(twins.a, validationKey(twins.a.identity.spec));
  const found = labels && imagesApart(twins.a, twins.b, labels);
  if (found === undefined) return null;
  return (
    <section>
      <h3>{t(message('Image by image, seed {seed}', { seed: String(twins.seed) }))}</h3>
      {sentences(pair, found).map((sentence) => (
        <p>
          <Text message={sentence} />
        </p>
      ))}
      <p class="note">{t(mcNemarLimit)}</p>
    </section>
  );
}

function sentences(pair: Pair, found: ImagesApart): Message[] {
  const names = { a: pair.a.name, b: pair.b.name };
  const { onlyA, onlyB, bothWrong, p, hardOfA, hardOfB } = found;
  return [
    message('Of {all} validation images, {first} are right under {a} alone, {second} under {b} alone, and {wrong} under neither; a split as uneven would come by chance in {chance} such comparisons (McNemar).', {
      ...names,
      all: count(found.count),
      first: count(onlyA),
      second: count(onlyB),
      wrong: count(bothWrong),
      chance: chanceOf(p),
    }),
    ...(hardOfA ? [hard(names.a, names, hardOfA)] : []),
    ...(hardOfB ? [hard(names.b, names, hardOfB)] : []),
  ];
} // prettier-ignore

function hard(of: Message, names: { a: Message; b: Message }, { count: all, rightA, rightB }: HardImages): Message {
  return message('Of the {all} images ({share}) that are hardest for {of}, {a} gets {first} right, {b} {second}.', {
    ...names,
    of,
    all: count(all),
    share: percent(hardShare),
    first: count(rightA),
    second: count(rightB),
  });
} // prettier-ignore
