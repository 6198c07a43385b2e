import { binaryCrossEntropy } from './binary-cross-entropy.ts';
import { crossEntropyDice } from './cross-entropy-dice.ts';
import { crossEntropy } from './cross-entropy.ts';
import { dice } from './dice.ts';
import { focalTversky } from './focal-tversky.ts';
import { focal } from './focal.ts';
import { generalisedCrossEntropy } from './generalised-cross-entropy.ts';
import { hinge } from './hinge.ts';
import { huber } from './huber.ts';
import { klDivergence } from './kl-divergence.ts';
import type { FormulaLoss, LabelLoss, ModuleLoss } from './loss.ts';
import { meanAbsoluteError } from './mean-absolute-error.ts';
import { meanSquaredErrorLinear } from './mean-squared-error-linear.ts';
import { meanSquaredErrorRescaled } from './mean-squared-error-rescaled.ts';
import { meanSquaredErrorSigmoid } from './mean-squared-error-sigmoid.ts';
import { meanSquaredError } from './mean-squared-error.ts';
import { own } from './own.ts';
import { tversky } from './tversky.ts';

const catalogue = {
  'cross-entropy': crossEntropy,
  'mean-squared-error': meanSquaredError,
  'mean-squared-error-linear': meanSquaredErrorLinear,
  'binary-cross-entropy': binaryCrossEntropy,
  'mean-absolute-error': meanAbsoluteError,
  'mean-squared-error-sigmoid': meanSquaredErrorSigmoid,
  'mean-squared-error-rescaled': meanSquaredErrorRescaled,
  huber,
  hinge,
  focal,
  'generalised-cross-entropy': generalisedCrossEntropy,
  'kl-divergence': klDivergence,
  dice,
  tversky,
  'focal-tversky': focalTversky,
  'cross-entropy-dice': crossEntropyDice,
} as const satisfies Record<string, FormulaLoss>;

/** A loss that can be chosen by its name alone. */
export type LossName = keyof typeof catalogue;

/** The same, or `own`: a module's, which a spec has to name as well. */
export type AnyLossName = LossName | 'own';

/** Every loss by the name that specs, commands and event files use. */
export const losses: Readonly<Record<LossName, FormulaLoss> & Record<'own', ModuleLoss>> = {
  ...catalogue,
  own,
};

const allNames: readonly string[] = Object.keys(catalogue);

/** Without `own`. */
export const lossNames = allNames.filter(isLossName);

export function isLossName(name: string): name is LossName {
  return Object.hasOwn(catalogue, name);
}

/** The losses that every run is measured by on every batch, whatever it trains on, so that runs can be compared. */
export const rulerNames = [
  'cross-entropy',
  'mean-squared-error',
  'mean-squared-error-linear',
  'binary-cross-entropy',
  'mean-absolute-error',
] as const satisfies readonly LossName[];

export type RulerName = (typeof rulerNames)[number];

export function isRuler(name: AnyLossName): name is RulerName {
  return rulerNames.some((ruler) => ruler === name);
}

/** The rulers as losses. */
export const rulers: Readonly<Record<RulerName, LabelLoss>> = catalogue;

/** A value for every ruler. */
export function perRuler<T>(valueOf: (name: RulerName) => T): Record<RulerName, T> {
  const values: Partial<Record<RulerName, T>> = {};
  for (const name of rulerNames) values[name] = valueOf(name);
  if (!isWhole(values)) throw new Error('A ruler has no value');
  return values;
}

function isWhole<T>(values: Partial<Record<RulerName, T>>): values is Record<RulerName, T> {
  return rulerNames.every((name) => name in values);
}
