import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import { text } from '../../discord/ui.ts';
import { label, modal, radioGroup, textInput } from '../../discord/ui-modal.ts';
import { userSelect } from '../../discord/ui-select.ts';
import { messageLink } from '../../discord/words.ts';
import type { Translate } from '../../i18n/translate.ts';
import { type BudgetState, type Shoutout, type ShoutoutSettings, shoutoutLimits } from './model.ts';
import { giveFormId, parts, sourceFormId, voidFormId } from './private-custom-ids.ts';
import { plainValue } from './words-views.ts';

type Form = APIModalInteractionResponseCallbackData;

/** What is known before anybody types. */
export interface GiveStart {
  guildId: string;
  receiverIds: readonly string[];
  source?: { channelId: string; messageId: string } | undefined;
  value?: string | undefined;
  reason?: string | undefined;
}

/** Whom, what it stands for (where there is a choice), and why. */
export function giveForm(
  start: GiveStart,
  { values }: Pick<ShoutoutSettings, 'values'>,
  budget: BudgetState,
  t: Translate,
): Form {
  const { guildId, source, receiverIds, value, reason } = start;
  const { receivers: max, reason: longest } = shoutoutLimits;
  const link = source && t('shoutouts.form.source', { link: messageLink({ guildId, ...source }) });
  const left = t('shoutouts.form.left', { left: budget.left });
  return modal({
    id: source ? sourceFormId.build({ message: source.messageId }) : giveFormId.build({}),
    title: t(source ? 'shoutouts.form.sourceTitle' : 'shoutouts.form.title'),
    parts: [
      label(
        { label: t('shoutouts.form.receivers'), description: t('shoutouts.form.receiversHelp', { max }) },
        userSelect({ id: parts.receivers, min: 1, max, required: true, chosen: receiverIds }),
      ),
      ...(values.length < 2 ? [] : [valueChoice(values, value, t)]),
      label(
        { label: t('shoutouts.form.reason'), description: t('shoutouts.form.reasonHelp') },
        textInput({
          id: parts.reason,
          long: true,
          value: reason,
          placeholder: t('shoutouts.form.reasonPlaceholder'),
          max: longest,
        }),
      ),
      text([link, left].filter((line) => line !== undefined).join('\n')),
    ],
  });
}

function valueChoice(values: ShoutoutSettings['values'], chosen: string | undefined, t: Translate) {
  return label(
    { label: t('shoutouts.form.value') },
    radioGroup({
      id: parts.value,
      options: values.map((value) => ({
        value: value.key,
        label: plainValue(value),
        description: value.description,
        chosen: value.key === chosen,
      })),
    }),
  );
}

/** Staff says why. */
export function voidForm({ id }: Pick<Shoutout, 'id'>, t: Translate): Form {
  return modal({
    id: voidFormId.build({ shoutout: id }),
    title: t('shoutouts.form.voidTitle', { number: String(id) }),
    parts: [
      label(
        { label: t('shoutouts.form.voidReason'), description: t('shoutouts.form.voidReasonHelp') },
        textInput({ id: parts.reason, long: true, max: shoutoutLimits.voidReason }),
      ),
    ],
  });
}
