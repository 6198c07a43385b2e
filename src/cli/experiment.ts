import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { LossLabError } from '../error.ts';
import { parseExperiment, type ExperimentRun } from '../experiment/experiment-file.ts';
import { experimentText } from '../experiment/experiment-text.ts';
import { examples, exampleNames, isExampleName } from '../experiment/examples/catalogue.ts';
import { exampleContent } from '../experiment/examples/example.ts';
import { message, type Translator } from '../l10n.ts';

/**
 * The runs of an experiment: of a file, or of an example by its name.
 * @throws LossLabError if there is none, or it has a mistake
 */
export async function readExperiment(
  given: string,
  t: Translator,
): Promise<readonly ExperimentRun[]> {
  const text = isExampleName(given)
    ? experimentText(exampleContent(examples[given], t))
    : await read(given);
  const parsed = parseExperiment(text, path.dirname(path.resolve(given)));
  if (parsed.ok) return parsed.experiment.runs;
  const problems = parsed.errors.map(
    ({ path: place, message: problem }) => `${place} ${t(problem)}`,
  );
  throw new LossLabError(
    message('{file} cannot run: {problem}.', { file: given, problem: problems.join('; ') }),
  );
}

async function read(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    const reason = message('{file} cannot be read. Give an experiment file, or one of: {names}', {
      file,
      names: exampleNames.join(', '),
    });
    throw new LossLabError(reason, { cause });
  }
}
