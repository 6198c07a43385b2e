import { message, type Message, type Translator } from '../../l10n.ts';

/* The page beside the article's example: what the program does, what is wrong with it, what is measured. */

interface Fault {
  readonly title: Message;
  readonly text: Message;
  /** A line or more of Python that mends it. */
  readonly mended: string;
}

const faults: readonly Fault[] = [
  {
    title: message('Whole numbers given to a loss of one-hot labels'),
    text: message(
      'CategoricalCrossentropy takes ten probabilities for each image; here each label is one whole number. Newer versions of Keras refuse that. Older ones multiply the number with the sum of all ten negative logarithms, which is smallest where all classes are alike and so teaches nothing. The sparse form of the loss takes whole numbers.',
    ),
    mended: 'loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)',
  },
  {
    title: message('No Flatten'),
    text: message(
      'A Dense layer acts on the last axis alone. On images of 28 × 28 × 1 that axis has size 1: every pixel would be given ten probabilities of its own. The pixels have to become one row first.',
    ),
    mended: 'keras.layers.Flatten()',
  },
  {
    title: message('An input_shape that is not that of the data'),
    text: message(
      'The first layer is told to expect rows of 784 values and is given images of 28 × 28 × 1, so the program stops at its first call. The shape that is told must be that of one image.',
    ),
    mended: 'keras.Input(shape=(28, 28, 1))',
  },
  {
    title: message('Probabilities called logits'),
    text: message(
      'The last layer ends in a softmax, so what comes out are probabilities, whatever the variable is called. A loss that takes logits never meets the logarithm of a rounded 0 and needs no clipping: leave the softmax out and say from_logits. Loss Lab does the same.',
    ),
    mended: 'keras.layers.Dense(10)',
  },
  {
    title: message('One batch, no validation, labels drawn by lot'),
    text: message(
      'Each epoch is a single step on all images, and the loss is read on the very images that are trained on. As images and labels are noise, there is nothing to learn but the images themselves: a loss that falls says only that they are learnt by heart. Images that were kept apart show it.',
    ),
    mended:
      'model.fit(images, labels, batch_size=100, epochs=1000,\n          validation_data=(other_images, other_labels))',
  },
];

/** As Markdown. */
export function articlePage(t: Translator): string {
  const parts = [
    `# ${t(message('The article’s example, mended'))}`,
    t(
      message(
        'The usual first program of an article on cross-entropy: it draws 100 images of 28 × 28 pixels and a label from 0 to 9 for each by lot, builds a network of 128 ReLU units and ten outputs, and takes 1000 steps of Adam on all images at once, with the loss printed after each. As it is written it does not run.',
      ),
    ),
    `## ${t(message('Its faults, and how each is mended'))}`,
    ...faults.map((fault, index) => section(fault, index + 1, t)),
    `## ${t(message('What this run measures'))}`,
    ...measured.map((text) => `- ${t(text)}`),
  ];
  return `${parts.join('\n\n')}\n`;
}

function section({ title, text, mended }: Fault, number: number, t: Translator): string {
  return `### ${number}. ${t(title)}\n\n${t(text)}\n\n\`\`\`python\n${mended}\n\`\`\``;
}

const measured: readonly Message[] = [
  message(
    'The loss of the one batch of every epoch, before its step: the number that the program prints. It is a line for each epoch in the output “Loss Lab: Article”, and the curve in the panel. Ten classes that are all as likely would give ln 10 ≈ 2.303.',
  ),
  message(
    'Loss and accuracy on 500 other images of noise after every epoch. Nothing can be known of their labels, so chance, 10 %, is the best that can be hoped for.',
  ),
  message(
    'What MSE and the other losses say of the same predictions, the gradient of each layer, and how long each step is beside the weights.',
  ),
];
