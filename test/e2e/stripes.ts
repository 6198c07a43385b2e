import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { encode } from 'fast-png';

const experiment = {
  title: 'Stripes',
  base: {
    dataset: { own: { kind: 'image-folder', path: 'stripes', height: 8, width: 8 } },
    epochs: 3,
    batchSize: 16,
  },
  variants: [
    { name: 'Plain', loss: 'cross-entropy' },
    { name: 'Mine', loss: { name: 'own', module: 'my-loss.mjs' } },
  ],
};

/** Squared error of the softmax, as a person writes it. */
const module = `export default (tf, labels, logits) =>
  tf.mean(tf.sum(tf.square(tf.sub(tf.softmax(logits), labels)), 1));
`;

/** A workspace with images, a loss and an experiment of a person's own on both. */
export function writeStripes(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const kind of ['upright', 'level'] as const) writeImages(folder, kind);
  writeFileSync(path.join(folder, 'my-loss.mjs'), module);
  writeFileSync(
    path.join(folder, 'stripes.losslab.json'),
    `${JSON.stringify(experiment, null, 2)}\n`,
  );
}

function writeImages(folder: string, kind: 'upright' | 'level'): void {
  const of = path.join(folder, 'stripes', kind);
  mkdirSync(of, { recursive: true });
  for (let i = 0; i < 30; i++) {
    const data = Uint8Array.from({ length: 64 }, (_, at) => {
      const place = kind === 'upright' ? at % 8 : Math.floor(at / 8);
      return (place + i) % 3 === 0 ? 255 - i : i;
    });
    writeFileSync(path.join(of, `${i}.png`), encode({ width: 8, height: 8, channels: 1, data }));
  }
}
