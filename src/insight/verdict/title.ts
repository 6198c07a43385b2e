import { message, type Message } from '../../l10n.ts';
import type { Pair } from './arms.ts';
import { otherSide, type Decision, type Side } from './decision.ts';
import type { Evidence } from './evidence.ts';

/** A decision in a line. @param accuracy what decided */
export function titleOf(pair: Pair, decision: Decision, { difference }: Evidence): Message {
  const [side, ...more] = decision.diverged;
  if (decision.state === 'waiting') return message('Nothing to conclude yet');
  if (decision.state === 'going-on') return soFar(pair, difference.mean);
  if (side !== undefined) {
    if (more.length > 0) return message('Both losses diverged');
    return message('{loss} diverged, so there is no comparison', { loss: nameOf(pair, side) });
  }
  const found = settled(pair, decision, difference.mean);
  return decision.rates.kind === 'uneven'
    ? message('At this one learning rate: {conclusion}', { conclusion: found })
    : found;
}

function soFar(pair: Pair, mean: number): Message {
  if (!(Math.abs(mean) > 0)) return message('Level so far');
  return message('{loss} is ahead so far', { loss: nameOf(pair, mean > 0 ? 'a' : 'b') });
}

/** The small table that decides: accuracy first, then what sets them apart besides. */
function settled(pair: Pair, decision: Decision, mean: number): Message {
  const { accuracy, speed, calibration } = decision;
  if (accuracy === 'untested') return untested(pair, mean);
  if (accuracy === 'no-difference') {
    if (isSide(speed))
      return message('{loss} is faster, not better', { loss: nameOf(pair, speed) });
    if (isSide(calibration))
      return message('Equally accurate as far as these runs show; {loss} is better calibrated', {
        loss: nameOf(pair, calibration),
      });
    return message('No difference that these runs could show');
  }
  const names = { better: nameOf(pair, accuracy), other: nameOf(pair, otherSide(accuracy)) };
  if (calibration === otherSide(accuracy))
    return message('{better} is more accurate, {other} better calibrated', names);
  if (speed === otherSide(accuracy))
    return message('{better} ends more accurate, {other} gets there sooner', names);
  return message('{better} is more accurate than {other}', names);
}

function untested(pair: Pair, mean: number): Message {
  if (!(Math.abs(mean) > 0)) return message('Level in these runs, which are too few for a verdict');
  return message('{loss} is ahead in these runs, which are too few for a verdict', {
    loss: nameOf(pair, mean > 0 ? 'a' : 'b'),
  });
}

const isSide = (outcome: string): outcome is Side => outcome === 'a' || outcome === 'b';

const nameOf = (pair: Pair, side: Side): Message => pair[side].name;
