import { count, message, percent, seconds, type Message } from '../../src/l10n.ts';
import {
  epochsDone,
  imagesPerSecond,
  secondsLeft,
  validationAccuracy,
} from '../../src/run/figures.ts';
import { stateLabel } from '../../src/run/labels.ts';
import { isActive, type Run } from '../../src/run/run.ts';

/** "running · epoch 12 of 30 · 41,200 images/s · 9s left": what is known of it. */
export function progressParts(run: Run): Message[] {
  return [stateLabel(run), epochs(run), ...(isActive(run.state) ? pace(run) : [])];
}

/** The same for a narrow column, with the accuracy: "epoch 12/30 · 41,200 images/s · 9s left". */
export function liveParts(run: Run): Message[] {
  const accuracy = validationAccuracy(run);
  return [
    ...(run.state === 'running' ? [] : [stateLabel(run)]),
    message('epoch {done}/{epochs}', {
      done: count(epochsDone(run)),
      epochs: count(run.identity.spec.epochs),
    }),
    ...(isActive(run.state) ? pace(run) : []),
    ...(accuracy === undefined
      ? []
      : [message('validation accuracy {accuracy}', { accuracy: percent(accuracy) })]),
  ];
}

function epochs(run: Run): Message {
  return message('epoch {done} of {epochs}', {
    done: count(epochsDone(run)),
    epochs: count(run.identity.spec.epochs),
  });
}

function pace(run: Run): Message[] {
  const speed = imagesPerSecond(run);
  const left = secondsLeft(run);
  return [
    ...(speed === undefined ? [] : [message('{speed} images/s', { speed: count(speed) })]),
    ...(left === undefined ? [] : [message('{time} left', { time: seconds(Math.max(left, 0)) })]),
  ];
}
