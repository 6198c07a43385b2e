import type { ProblemName } from '../answers.ts';
import type { Problem } from '../problem.ts';
import { binary } from './binary.ts';
import { multiClass } from './multi-class.ts';
import { multiLabel } from './multi-label.ts';
import { ordinal } from './ordinal.ts';
import { recognition } from './recognition.ts';
import { regression } from './regression.ts';
import { segmentation } from './segmentation.ts';

export const problems: Readonly<Record<ProblemName, Problem>> = {
  'multi-class': multiClass,
  binary,
  'multi-label': multiLabel,
  ordinal,
  regression,
  segmentation,
  recognition,
};
