import { message, type Message } from '../../l10n.ts';
import { rules, type RuleName } from '../rules/catalogue.ts';
import type { ToldReading } from '../rules/alarm-text.ts';
import type { Success } from '../rules/rule.ts';

type Told = Pick<ToldReading, 'side' | 'limit'>;

/** What every remedy of a rule predicts, in the rule's own quantity. */
export function predictionText(name: RuleName, reading: Told): Message {
  const { quantity, success } = rules[name];
  return message('Predicted: {alarm}, and {success}.', {
    alarm: alarmText(quantity, reading),
    success: successTexts[success],
  });
}

function alarmText(quantity: Message, { side, limit }: Told): Message {
  switch (side) {
    case 'above':
      return message('{quantity} below {limit}', { quantity, limit });
    case 'below':
      return message('{quantity} at least {limit}', { quantity, limit });
    case 'near':
      return message('{quantity} away from {limit}', { quantity, limit });
    case 'last':
      return message('a loss that stays finite');
  }
}

const successTexts: Record<Success, Message> = {
  accuracy: message('the best validation accuracy no lower by more than its standard error'),
  'balanced-accuracy': message(
    'the best mean recall of the classes no lower by more than its standard error',
  ),
  loss: message('the last validation loss no higher'),
};
