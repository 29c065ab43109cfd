import { type ComponentHandler, defineComponent } from '../../discord/define-component.ts';
import { modalInputs } from '../../discord/inputs.ts';
import type { Reply } from '../../discord/interaction.ts';
import { inPlace } from '../../discord/press.ts';
import { stamp } from '../../discord/words.ts';
import { draftActionId, draftCountingFormId, draftFormId, draftRulesFormId } from './custom-ids.ts';
import { previewPlace, requireChannel } from './draft-place.ts';
import { draftDone, draftPreview } from './draft-views.ts';
import { countingInput, draftInput, rulesInput } from './form-input.ts';
import { countingForm, draftForm, rulesForm } from './form-views.ts';
import type { Poll, PollInput } from './model.ts';
import { asModal } from './press.ts';
import type { PollSurfaceDeps, PressCall } from './surface-types.ts';

/** The making of a poll: three forms, the preview, and what its buttons do. */
export function draftComponents(deps: PollSurfaceDeps): ComponentHandler[] {
  const { polls, writer } = deps;

  const find = ({ guildId, actor, now }: PressCall, draftId: number) =>
    polls.findDraft({ guildId, actor, now, draftId });
  const change = async (call: PressCall, draftId: number, input: Partial<PollInput>): Promise<Reply> => {
    const { guildId, actor, now } = call;
    const { locale } = call.t;
    const draft = await writer.write(() =>
      polls.changeDraft({ guildId, actor, now, draftId, locale, input }),
    );
    return inPlace(call, draftPreview(draft, call.t, call.guildT, await previewPlace(deps, call, draft)));
  };

  const publish = async (call: PressCall, draftId: number): Promise<Reply> => {
    const { guildId, actor, now, t } = call;
    await requireChannel(deps, call, find(call, draftId));
    const { poll, first } = await writer.write(() => polls.publish({ guildId, actor, now, draftId }));
    const words = first
      ? publishedWords(poll, call)
      : t('polls.draft.alreadyPublished', { channel: `<#${poll.channelId}>` });
    return inPlace(call, draftDone(words));
  };

  const cancel = async (call: PressCall, draftId: number): Promise<Reply> => {
    const { guildId, actor, now, t } = call;
    await writer.write(() => polls.cancelDraft({ guildId, actor, now, draftId }));
    return inPlace(call, draftDone(t('polls.draft.cancelled')));
  };

  return [
    defineComponent({
      kind: 'modal',
      id: draftFormId,
      ack: 'now',
      run: (call, { draft }) =>
        change(
          call,
          draft,
          draftInput(modalInputs(asModal(call)), (id) => deps.isEmojiUsable(call.guildId, id)),
        ),
    }),
    defineComponent({
      kind: 'modal',
      id: draftRulesFormId,
      ack: 'now',
      run: (call, { draft }) => change(call, draft, rulesInput(modalInputs(asModal(call)))),
    }),
    defineComponent({
      kind: 'modal',
      id: draftCountingFormId,
      ack: 'now',
      run: (call, { draft }) =>
        change(call, draft, countingInput(modalInputs(asModal(call)), find(call, draft).input)),
    }),
    defineComponent({
      kind: 'button',
      id: draftActionId,
      ack: 'now',
      run(call, { draft, action }) {
        switch (action) {
          case 'publish':
            return publish(call, draft);
          case 'edit':
            return { kind: 'modal', modal: draftForm(find(call, draft), call.t) };
          case 'rules':
            return { kind: 'modal', modal: rulesForm(find(call, draft), call.t) };
          case 'counting':
            return { kind: 'modal', modal: countingForm(find(call, draft), call.t) };
          case 'cancel':
            return cancel(call, draft);
          default:
            return action satisfies never;
        }
      },
    }),
  ];
}

function publishedWords(poll: Poll, { t }: PressCall): string {
  const channel = `<#${poll.channelId}>`;
  if (poll.opensAt === undefined || poll.status !== 'scheduled') {
    return t('polls.draft.published', { channel });
  }
  const full = stamp(poll.opensAt, 'F');
  return t('polls.draft.scheduled', { channel, full, relative: stamp(poll.opensAt, 'R') });
}
