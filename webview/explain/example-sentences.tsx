import type { JSX } from 'preact';
import { losses as catalogue } from '../../src/experiment/losses/catalogue.ts';
import { lossLabel } from '../../src/experiment/names.ts';
import { exampleSentences, type NamedPull } from '../../src/insight/lens/example-sentence.ts';
import { rowOf } from '../../src/insight/lens/outputs.ts';
import { outputsOf } from '../../src/insight/lens/probabilities.ts';
import type { Message } from '../../src/l10n.ts';
import { Text } from '../parts/text.tsx';
import { predictionOf } from './lens.ts';
import { keyOfLoss, readLoss } from './lens-loss.ts';
import type { ExampleProps } from './one-example.tsx';
import type { RunOutputs } from './use-outputs.ts';

/** What the numbers of the example come to, run by run. */
export function ExampleSentences(props: ExampleProps): JSX.Element {
  return (
    <div class="lens-sentences">
      {props.lens.outputs.of.map((of) => (
        <p key={of.run.identity.id}>
          {sentencesOf(props, of).map((sentence, i) => (
            <span key={i}>
              <Text message={sentence} />{' '}
            </span>
          ))}
        </p>
      ))}
    </div>
  );
}

function sentencesOf({ lens, group, example }: ExampleProps, { run, now }: RunOutputs): Message[] {
  if (now === undefined) return [];
  const { loss } = run.identity.spec;
  const prediction = predictionOf(now, example);
  const { activation } = catalogue[loss.name];
  const outputs = outputsOf(prediction, activation);
  const pulls = lens.losses.map((of): NamedPull & { readonly key: string } => ({
    ...{ key: of.key, loss: lossLabel(of.spec) },
    pull: readLoss(of, prediction).pull,
  }));
  const own = pulls.find(({ key }) => key === keyOfLoss(loss));
  if (own === undefined) return [];
  return exampleSentences({
    ...{ run: run.identity.name, activation, own },
    others: pulls.filter((each) => each !== own),
    margin: lens.measures.margins(now)[rowOf(now, example)] ?? NaN,
    predicted: group.classNames[prediction.predictedClass] ?? '',
    ofPredicted: outputs[prediction.predictedClass] ?? NaN,
    ofLabel: outputs[prediction.label] ?? NaN,
  });
}
