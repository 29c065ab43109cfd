import type { ComponentHandler } from '../../discord/define-component.ts';
import type { Call, Reply } from '../../discord/interaction.ts';
import { holds } from '../../discord/post-once.ts';
import { inPlace, isPrivate, privately, sentence, typedIn } from '../../discord/press.ts';
import { stamp } from '../../discord/words.ts';
import { approveId, decideId, scoreId } from './custom-ids.ts';
import { typedScores } from './form-input.ts';
import { decideForm, scoreForm } from './form-views.ts';
import { keeping } from './kept.ts';
import type { Idea } from './model.ts';
import { queuedNote } from './note-views.ts';
import { panelBody, requireStaff, visibleIdea } from './panel.ts';
import type { Decision } from './ports.ts';
import { about, on } from './press.ts';
import {
  decideFormId,
  mergeNowId,
  type PanelAction,
  panelId,
  parts,
  scoreFormId,
} from './private-custom-ids.ts';
import { refuse } from './rules.ts';
import { authorView, revealQuestion } from './staff-views.ts';
import type { IdeaSurfaceDeps, PressCall } from './surface-types.ts';

/** What staff does with an idea, from its panel, from its case and from the note of a queued one. */
export function staffComponents(deps: IdeaSurfaceDeps): ComponentHandler[] {
  const { ideas, writer } = deps;
  return [
    on('button', scoreId, (call, { idea }) => {
      requireStaff(deps, call);
      visibleIdea(deps, call, idea);
      const review = ideas.caseOf(idea);
      if (!review || review.closedAt !== undefined) refuse('ideas.refusals.no-case');
      const before = review.scores.find(({ reviewerId }) => reviewerId === call.actor.userId);
      return { kind: 'modal', modal: scoreForm(idea, before, call.t) };
    }),
    on('modal', scoreFormId, (call, { idea: ideaId }) => {
      const form = typedIn(call);
      const score = { scores: typedScores(form), reason: form.text(parts.reason) };
      return keeping(call, { body: score.reason }, async () => {
        await writer.write(() => ideas.score({ ...about(call), ideaId, ...score }));
        return shown(deps, call, ideaId, call.t('ideas.panel.scored'));
      });
    }),
    on('button', decideId, (call, { idea, from, to }) => openDecision(deps, call, idea, { from, to })),
    on('modal', decideFormId, (call, { idea: ideaId, from, to }) => {
      const { t } = call;
      const reason = typedIn(call).text(parts.text);
      return keeping(call, { body: reason }, async () => {
        const idea = await writer.write(() => ideas.decide({ ...about(call), ideaId, from, to, reason }));
        deps.refreshIdea(idea);
        return shown(deps, call, ideaId, t('ideas.panel.decided', { status: t(`ideas.status.${to}`) }));
      });
    }),
    on('button', approveId, async (call, { idea: ideaId }) => {
      const idea = await writer.write(() => ideas.approve({ ...about(call), ideaId }));
      return decidedNote(deps, call, idea) ?? shown(deps, call, ideaId, call.t('ideas.panel.approved'));
    }),
    on('button', mergeNowId, async (call, { source: sourceId, target: targetId }) => {
      const merge = await writer.write(() => ideas.merge({ ...about(call), sourceId, targetId }));
      refresh(deps, sourceId, targetId);
      const words = { moved: merge.moved, full: stamp(merge.undoUntil, 'f') };
      return inPlace(call, panelBody(deps, call, sourceId, call.t('ideas.panel.merged7', words)));
    }),
    on('button', panelId, (call, { idea, action }) => act(deps, call, idea, action)),
  ];
}

/** On the note that asked for it, the note says what became of it; undefined where something else was pressed. */
export function decidedNote({ policy }: IdeaSurfaceDeps, call: PressCall, idea: Idea): Reply | undefined {
  const { actor, guildId, guildT, now, raw } = call;
  const isNote = raw.message && holds(raw.message, approveId.build({ idea: idea.id }));
  if (!isNote || isPrivate(call)) return undefined;
  const { categories } = policy.settings(guildId);
  const decided = { by: actor.userId, at: now };
  return {
    kind: 'update',
    body: queuedNote({ kind: 'queued', idea, categories, event: undefined, decided }, guildT),
  };
}

/** The form for the public reason, unless it is clear already that it would be refused. */
export function openDecision(
  deps: IdeaSurfaceDeps,
  call: Call,
  ideaId: number,
  { from, to }: { from?: ReturnType<typeof visibleIdea>['status']; to: Decision },
): Reply {
  const { status } = visibleIdea(deps, call, ideaId);
  const idea = deps.ideas.mayDecide({ ...about(call), ideaId, from: from ?? status, to });
  return { kind: 'modal', modal: decideForm(idea, to, call.t) };
}

/** On one's own panel the panel shows it; in the staff channel a short answer does. */
function shown(deps: IdeaSurfaceDeps, call: PressCall, ideaId: number, words: string): Reply {
  return isPrivate(call)
    ? { kind: 'update', body: panelBody(deps, call, ideaId, words) }
    : privately(sentence(words));
}

function refresh({ ideas, refreshIdea }: IdeaSurfaceDeps, ...ideaIds: readonly number[]): void {
  for (const id of ideaIds) {
    const idea = ideas.ideaOf(id);
    if (idea) refreshIdea(idea);
  }
}

async function act(
  deps: IdeaSurfaceDeps,
  call: PressCall,
  ideaId: number,
  action: PanelAction,
): Promise<Reply> {
  const { ideas, writer } = deps;
  const { t } = call;
  const asked = { ...about(call), ideaId };
  switch (action) {
    case 'show':
      return inPlace(call, panelBody(deps, call, ideaId));
    case 'second-chance':
      deps.refreshIdea(await writer.write(() => ideas.secondChance(asked)));
      return inPlace(call, panelBody(deps, call, ideaId, t('ideas.panel.chanceTaken')));
    case 'undo-merge':
      return undoMerge(deps, call, ideaId);
    case 'author':
      return author(deps, call, ideaId);
    case 'block':
    case 'unblock': {
      await writer.write(() => ideas.blockAuthor({ ...asked, blocked: action === 'block' }));
      return author(deps, call, ideaId, t(`ideas.panel.${action}ed`));
    }
    case 'reveal':
      requireStaff(deps, call);
      return inPlace(call, revealQuestion(visibleIdea(deps, call, ideaId), t));
    case 'reveal-now': {
      const authorId = await writer.write(() => ideas.revealAuthor(asked));
      return author(deps, call, ideaId, t('ideas.panel.revealed', { author: `<@${authorId}>` }));
    }
    default:
      return action satisfies never;
  }
}

function author(deps: IdeaSurfaceDeps, call: PressCall, ideaId: number, note?: string): Reply {
  requireStaff(deps, call);
  const { guildId, actor, t } = call;
  const idea = visibleIdea(deps, call, ideaId);
  const hidden = idea.anonymous || idea.consent === 'refused';
  const mayReveal = deps.policy.mayReveal(guildId, actor);
  return inPlace(call, authorView(idea, { hidden, mayReveal, note }, t));
}

async function undoMerge(deps: IdeaSurfaceDeps, call: PressCall, ideaId: number): Promise<Reply> {
  const { ideas, writer } = deps;
  visibleIdea(deps, call, ideaId);
  const merge = ideas.mergeOf(ideaId) ?? refuse('ideas.refusals.merge-over');
  await writer.write(() => ideas.undoMerge({ ...about(call), mergeId: merge.id }));
  refresh(deps, merge.sourceId, merge.targetId);
  return inPlace(call, panelBody(deps, call, ideaId, call.t('ideas.panel.undone')));
}
