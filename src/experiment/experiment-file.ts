import { getNodeValue, type Node } from 'jsonc-parser';
import { message, type Message } from '../l10n.ts';
import { experimentSchema, mostRuns, type WrittenExperiment } from './experiment-schema.ts';
import { lineAndColumn, nodeAt, pathText, placeOf, type Location } from './json-place.ts';
import { parseJson, type SyntaxProblem, type TextRange } from './json-syntax.ts';
import { mergeWritten } from './merge-written.ts';
import { inFull, parseSpec, specSchema } from './parse-spec.ts';
import { resolvePaths } from './datasets/own/resolve-paths.ts';
import { specErrors } from './spec-error.ts';
import type { ExperimentSpec } from './spec.ts';
import { distinct } from '../same.ts';

/** A file `*.losslab.json`: what is asked, and the runs that answer it. */
export interface Experiment {
  readonly title: string | undefined;
  readonly description: string | undefined;
  /** In the order of the file; of each variant, in the order of the seeds. */
  readonly runs: readonly ExperimentRun[];
}

export interface ExperimentRun {
  readonly name: string | undefined;
  /** Its index in the file; undefined if that has a base alone. */
  readonly variant: number | undefined;
  readonly spec: ExperimentSpec;
}

export interface ExperimentError extends TextRange {
  /** Where, such as "variants[1].loss.parameters.gamma", or "line 3, column 7". */
  readonly path: string;
  readonly message: Message;
  /** Whether an editor that knows JSON, and the JSON schema, says so by itself. */
  readonly isSaidByEditor: boolean;
}

export type ParsedExperiment =
  | { readonly ok: true; readonly experiment: Experiment }
  | { readonly ok: false; readonly errors: readonly ExperimentError[] };

/**
 * The runs of an experiment file, whole; or every error in it. Never throws.
 * @param folder that relative paths are resolved against; without one they stay as they are
 */
export function parseExperiment(text: string, folder?: string): ParsedExperiment {
  const json = parseJson(text);
  if (!json.ok) return { ok: false, errors: json.problems.map((each) => syntaxError(each, text)) };
  const { tree } = json;
  const outline = experimentSchema.safeParse(getNodeValue(tree));
  if (!outline.success) {
    const found = outline.error.issues.flatMap((issue) => specErrors(issue));
    const errors = found.map((each) => errorAt(tree, locationOf(each.path), each.message, true));
    return { ok: false, errors };
  }
  return runsOf(outline.data, tree, folder);
}

function runsOf(written: WrittenExperiment, tree: Node, folder?: string): ParsedExperiment {
  const { title, description, base = {}, variants, seeds } = written;
  const runs: ExperimentRun[] = [];
  const errors: ExperimentError[] = [];
  for (const [index, { name, ...change }] of (variants ?? [{}]).entries()) {
    const variant = variants && index;
    const merged = mergeWritten(inFull(base), inFull(change));
    const parsed = checkedSpec(folder === undefined ? merged : resolvePaths(merged, folder));
    if (parsed.ok) runs.push(...seededRuns({ name, variant, spec: parsed.spec }, seeds));
    else errors.push(...parsed.errors.map((each) => each(tree, variant)));
  }
  if (runs.length > mostRuns) errors.push(tooManyRuns(tree, runs.length));
  // The variants share the base, and so its errors.
  if (errors.length > 0) return { ok: false, errors: distinct(errors) };
  return { ok: true, experiment: { title, description, runs } };
}

function seededRuns(run: ExperimentRun, seeds: readonly number[] = [run.spec.seed]) {
  return [...new Set(seeds)].map((seed) => ({ ...run, spec: { ...run.spec, seed } }));
}

type PlacedError = (tree: Node, variant: number | undefined) => ExperimentError;

type CheckedSpec =
  | { readonly ok: true; readonly spec: ExperimentSpec }
  | { readonly ok: false; readonly errors: readonly PlacedError[] };

function checkedSpec(value: unknown): CheckedSpec {
  const parsed = parseSpec(value);
  if (parsed.ok) return parsed;
  const isOfSchema = !specSchema.safeParse(value).success;
  const errors = parsed.errors.map(({ path, message: text }): PlacedError => (tree, variant) => {
    const location = writtenAt(tree, locationOf(path), variant);
    return errorAt(tree, location, text, isOfSchema && nodeAt(tree, location) !== undefined);
  });
  return { ok: false, errors };
}

/** Where a setting of a variant is written: in itself, in the base, or else as much of it as there is. */
function writtenAt(tree: Node, inSpec: Location, variant: number | undefined): Location {
  const own: Location = variant === undefined ? ['base'] : ['variants', variant];
  for (let length = inSpec.length; length > 0; length--) {
    for (const root of [own, ['base']]) {
      const node = nodeAt(tree, [...root, ...inSpec.slice(0, length)]);
      // A name alone stands for the whole: its mistakes are in it.
      if (node) return [...root, ...(node.type === 'string' ? inSpec.slice(0, length) : inSpec)];
    }
  }
  return [...own, ...inSpec];
}

function locationOf(path: string): Location {
  return path === ''
    ? []
    : path.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}

function errorAt(
  tree: Node,
  location: Location,
  text: Message,
  isSaidByEditor: boolean,
): ExperimentError {
  const { offset, length } = placeOf(tree, location);
  return { path: pathText(location), message: text, isSaidByEditor, offset, length };
}

function syntaxError({ offset, length, message: text }: SyntaxProblem, file: string) {
  const { line, column } = lineAndColumn(file, offset);
  const path = `${line}:${column}`;
  return { path, message: text, isSaidByEditor: true, offset, length };
}

function tooManyRuns(tree: Node, count: number): ExperimentError {
  const figures = { count, limit: mostRuns };
  const text = message('make {count} runs with the variants, and at most {limit} can be', figures);
  return errorAt(tree, ['seeds'], text, false);
}
