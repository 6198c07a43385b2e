import { seeded } from '../../../src/experiment/random.ts';

export interface LogitRow {
  readonly logits: number[];
  readonly label: number;
}

const random = seeded(7);

const randomRow = (scale: number): LogitRow => ({
  logits: Array.from({ length: 5 }, () => scale * random.normal()),
  label: random.below(5),
});

/** Examples on which losses are checked, 5 classes each. */
export const logitRows = {
  moderate: [randomRow(0.1), randomRow(1), randomRow(3), { logits: [0, 0, 0, 0, 0], label: 2 }],
  saturated: [
    { logits: [100, -100, -100, -100, -100], label: 0 },
    { logits: [100, -100, -100, -100, -100], label: 4 },
    { logits: [-100, 100, 100, -100, 0], label: 0 },
    { logits: [100, 100, 100, 100, 100], label: 1 },
  ],
} satisfies Record<string, LogitRow[]>;
