import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import {
  armLabel,
  armsOf,
  pairOf,
  type Arm,
  type Pair,
} from '../../../src/insight/verdict/arms.ts';
import { conclude } from '../../../src/insight/verdict/conclusion.ts';
import { evidenceOf } from '../../../src/insight/verdict/evidence.ts';
import { whatIsEqual } from '../../../src/insight/what-is-equal.ts';
import { message, type Message } from '../../../src/l10n.ts';
import { usePage } from '../../context.ts';
import { Select } from '../../parts/select.tsx';
import { Text } from '../../parts/text.tsx';
import { epochVersion, type Shown } from '../shown.ts';
import { ConclusionCard } from './conclusion-card.tsx';
import { EvidenceTable } from './evidence-table.tsx';
import { FairSection } from './fair-section.tsx';
import { Images } from './images.tsx';
import { Literature } from './literature.tsx';
import { SeedDots } from './seed-dots.tsx';
import { VerdictEmpty } from './verdict-empty.tsx';

/** What two losses do to the same model, and what follows: the conclusion first, then why. */
export function Verdict(shown: Shown): JSX.Element {
  const { t, choices, runs } = usePage();
  const version = epochVersion(runs());
  return useMemo(() => {
    const arms = armsOf(shown.runs);
    const pair = pairOf(arms, choices.verdict);
    if (pair === undefined) return <VerdictEmpty />;
    return (
      <div class="verdict">
        {arms.length > 2 && <PairChoice arms={arms} pair={pair} />}
        <TwoLosses pair={pair} shown={shown} />
      </div>
    );
  }, [version, epochVersion(shown.runs), choices.verdict, choices.sweeps, t]);
}

interface Props {
  readonly pair: Pair;
  readonly shown: Shown;
}

function TwoLosses({ pair, shown }: Props): JSX.Element {
  const conclusion = conclude(pair);
  const evidence = evidenceOf(pair);
  return (
    <>
      <ConclusionCard conclusion={conclusion} pair={pair} shown={shown} />
      {evidence.length > 0 && (
        <div class="verdict-evidence">
          <EvidenceTable evidence={evidence} pair={pair} shown={shown} />
          <SeedDots pair={pair} shown={shown} />
        </div>
      )}
      <Images pair={pair} />
      <FairSection pair={pair} decision={conclusion.decision} shown={shown} />
      <Equal pair={pair} />
      <Literature pair={pair} decision={conclusion.decision} />
    </>
  );
}

/** By one run of each: their seeds are a matter of the test. */
function Equal({ pair }: { readonly pair: Pair }): JSX.Element | null {
  const { t } = usePage();
  const finding = whatIsEqual([pair.a, pair.b].flatMap(({ runs }) => runs[0] ?? []));
  if (finding === undefined) return null;
  return (
    <section>
      <h3>{t(finding.title)}</h3>
      {finding.text.map((sentence) => (
        <p>
          <Text message={sentence} />
        </p>
      ))}
    </section>
  );
}

/** Which two of several losses. */
function PairChoice({
  arms,
  pair,
}: {
  readonly arms: readonly Arm[];
  readonly pair: Pair;
}): JSX.Element {
  const { t, choose } = usePage();
  const options = arms.map((arm) => [arm.id, t(armLabel(arm))] as const);
  const select = (
    label: Message,
    own: Arm,
    change: (id: string) => readonly string[],
  ): JSX.Element => (
    <Select
      label={label}
      options={options}
      chosen={own.id}
      onChoose={(id) => choose({ verdict: change(id) })}
    />
  );
  return (
    <div class="verdict-choice">
      {select(message('First loss'), pair.a, (id) => [id, pair.b.id])}
      {select(message('Second loss'), pair.b, (id) => [pair.a.id, id])}
    </div>
  );
}
