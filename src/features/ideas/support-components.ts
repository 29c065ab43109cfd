import type { ComponentHandler } from '../../discord/define-component.ts';
import type { MessageBody, Reply } from '../../discord/interaction.ts';
import { inPlace, isPrivate, privately, sentence } from '../../discord/press.ts';
import { button, container, row, text } from '../../discord/ui.ts';
import type { Translate } from '../../i18n/translate.ts';
import { consentId, detailsId, followId, moveId, supportId } from './custom-ids.ts';
import { consentAnswered } from './note-views.ts';
import { panelBody, panelOf } from './panel.ts';
import { moveButtons } from './panel-views.ts';
import type { SupportOutcome } from './ports.ts';
import { about, on } from './press.ts';
import { presentRung } from './status-views.ts';
import type { IdeaSurfaceDeps, PressCall } from './surface-types.ts';
import { nameOf } from './words-views.ts';

/**
 * Supporting and following: each press is one write, answered to the presser alone. The card follows by the
 * coalescing editor, never by the press itself.
 */
export function supportComponents(deps: IdeaSurfaceDeps): ComponentHandler[] {
  const { ideas, writer } = deps;
  const pressed = (call: PressCall, ideaId: number) => ({
    ...about(call),
    ideaId,
    interactionId: call.raw.id,
  });

  return [
    on('button', supportId, async (call, { idea }) => {
      const outcome = await writer.write(() => ideas.toggleSupport(pressed(call, idea)));
      if (outcome.changed) deps.refreshIdea(outcome.idea);
      return told(deps, call, outcome, supportReceipt(outcome, call.t));
    }),
    on('button', followId, async (call, { idea }) => {
      const outcome = await writer.write(() => ideas.toggleFollow(pressed(call, idea)));
      const words = outcome.following ? 'ideas.own.follows' : 'ideas.own.unfollows';
      return told(deps, call, outcome, sentence(call.t(words, { idea: nameOf(outcome.idea, call.t) })));
    }),
    on('button', moveId, async (call, { idea, answer }) => {
      const { t } = call;
      const outcome = await writer.write(() =>
        ideas.answerMove({ ...about(call), ideaId: idea, keep: answer === 'keep' }),
      );
      if (outcome.changed) deps.refreshIdea(outcome.idea);
      const words = outcome.supporting ? 'ideas.own.stays' : 'ideas.own.gone';
      return inPlace(call, sentence(t(words, { idea: nameOf(outcome.idea, t) })));
    }),
    on('button', detailsId, (call, { idea }) => inPlace(call, panelBody(deps, call, idea))),
    on('button', consentId, async (call, { idea: ideaId, answer }) => {
      const agree = answer === 'agree';
      const idea = await writer.write(() => ideas.answerConsent({ ...about(call), ideaId, agree }));
      deps.refreshIdea(idea);
      return { kind: 'update', body: consentAnswered(idea, call.guildT) };
    }),
  ];
}

/** On the presser's own panel the panel shows it; under the public card a short answer does. */
function told(deps: IdeaSurfaceDeps, call: PressCall, outcome: SupportOutcome, body: MessageBody): Reply {
  if (isPrivate(call)) return { kind: 'update', body: panelOf(deps, call, outcome) };
  return privately(body);
}

/** What a press under the card did. */
export function supportReceipt(outcome: SupportOutcome, t: Translate): MessageBody {
  const { idea, supporting, following, viaMerge, reachedRung } = outcome;
  const words = { idea: nameOf(idea, t) };
  if (!supporting) return sentence(t('ideas.own.stopped', words));
  const goal = String(presentRung(idea)?.goal ?? 0);
  const reached = reachedRung === undefined ? undefined : idea.rungs[reachedRung - 1]?.goal;
  const lines = [
    idea.status === 'gathering'
      ? t('ideas.own.supporting', { ...words, count: String(idea.supporters), goal })
      : t('ideas.own.supportingReview', { ...words, count: idea.supporters }),
    ...(reached === undefined ? [] : [t('ideas.own.rung', { goal: String(reached) })]),
    ...(viaMerge ? [t('ideas.own.moved')] : []),
  ];
  const follow = button({
    id: followId.build({ idea: idea.id }),
    label: t('ideas.card.follow'),
    emoji: '🔔',
  });
  const buttons = viaMerge ? moveButtons(idea.id, t) : following ? [] : [follow];
  return {
    components: [container([text(lines.join('\n')), ...(buttons.length > 0 ? [row(...buttons)] : [])])],
  };
}
