import type { ComponentHandler } from '../../discord/define-component.ts';
import type { Call, Reply } from '../../discord/interaction.ts';
import { inPlace, typedIn } from '../../discord/press.ts';
import { shown } from '../../discord/words.ts';
import { UserError } from '../../shared/user-error.ts';
import { afterRun, showCard, showReview } from './card.ts';
import { type RunPlace, reviewId } from './custom-ids.ts';
import { declineForm, editQuestionForm, tagForm } from './form-views.ts';
import { declineReasons, type Question } from './model.ts';
import { about, keeping, on, refreshOf } from './press.ts';
import { type FormName, formId, laterId, type Moderation, moderateId, parts } from './private-custom-ids.ts';
import { askerView, revealQuestion } from './question-card-views.ts';
import { refuse } from './rules.ts';
import { ran, runnable } from './run-components.ts';
import type { AmaSurfaceDeps, PressCall } from './surface-types.ts';

/** Reviewing and moderating, and the forms of everything that needs words. */
export function moderateComponents(deps: AmaSurfaceDeps): ComponentHandler[] {
  return [
    on('button', reviewId, (call, { ama }) => {
      requireRun(deps, call, ama);
      return showReview(deps, call, { id: ama });
    }),
    on('button', laterId, (call, { question: questionId }) => {
      const { id: after, amaId } = runnable(deps, call, questionId);
      return showReview(deps, call, { id: amaId }, { after });
    }),
    on('button', moderateId, (call, { question, action, at }) =>
      moderate(deps, call, question, { action, at }),
    ),
    on('modal', formId, (call, { question, what, at }) => submitted(deps, call, question, { what, at })),
  ];
}

function requireRun({ amas }: AmaSurfaceDeps, call: Call, amaId: number): void {
  if (!amas.rights({ ...about(call), amaId }).run) refuse('amas.refusals.may-not-run');
}

function moderatable(deps: AmaSurfaceDeps, call: Call, questionId: number): Question {
  const { question } = deps.amas.question({ ...about(call), questionId });
  const { moderate: may } = deps.amas.rights({ ...about(call), amaId: question.amaId });
  return may ? question : refuse('amas.refusals.may-not-moderate');
}

async function moderate(
  deps: AmaSurfaceDeps,
  call: PressCall,
  questionId: number,
  { action, at }: { action: Moderation; at: RunPlace },
): Promise<Reply> {
  const { amas, writer } = deps;
  const { t } = call;
  const asked = { ...about(call), questionId };
  switch (action) {
    case 'approve': {
      const question = await writer.write(() => amas.approve(asked));
      return done(deps, call, question, { at, note: t('amas.run.done.approve', numberOf(question)) });
    }
    case 'decline':
      return { kind: 'modal', modal: declineForm({ question: moderatable(deps, call, questionId), at }, t) };
    case 'edit':
      return {
        kind: 'modal',
        modal: editQuestionForm({ question: moderatable(deps, call, questionId), at }, t),
      };
    case 'tag':
      return { kind: 'modal', modal: tagForm({ question: runnable(deps, call, questionId), at }, t) };
    case 'asker':
      return asker(deps, call, questionId, at);
    case 'block':
      await writer.write(() => amas.blockAsker(asked));
      return asker(deps, call, questionId, at, t('amas.asker.blocked'));
    case 'unblock':
      await writer.write(() => amas.unblockAsker(asked));
      return asker(deps, call, questionId, at, t('amas.asker.unblocked'));
    case 'reveal':
      return inPlace(call, revealQuestion(moderatable(deps, call, questionId), at, t));
    case 'reveal-now': {
      const askerId = await writer.write(() => amas.revealAsker(asked));
      const words = { ...numberOf(moderatable(deps, call, questionId)), asker: `<@${askerId}>` };
      return asker(deps, call, questionId, at, t('amas.asker.revealed', words));
    }
    case 'show': {
      const question = runnable(deps, call, questionId);
      const review = at === 'review' && question.status === 'pending';
      return review
        ? afterRun(deps, call, question, { at, note: '', next: showCard(deps, call, questionId) })
        : showCard(deps, call, questionId);
    }
    default:
      return action satisfies never;
  }
}

function asker(deps: AmaSurfaceDeps, call: PressCall, questionId: number, at: RunPlace, note?: string) {
  const question = moderatable(deps, call, questionId);
  const blocked = deps.amas.isAskerBlocked({ ...about(call), questionId });
  const mayReveal = deps.policy.mayReveal(call.guildId, call.actor);
  return inPlace(call, askerView(question, { at, mayReveal, blocked, note }, call.t));
}

const numberOf = ({ number }: Question) => ({ number: String(number) });

function done(
  deps: AmaSurfaceDeps,
  call: PressCall,
  question: Question,
  { at, note }: { at: RunPlace; note: string },
): Reply {
  refreshOf(deps, question);
  return afterRun(deps, call, question, { at, note, next: showCard(deps, call, question.id, note) });
}

function submitted(
  deps: AmaSurfaceDeps,
  call: PressCall,
  questionId: number,
  { what, at }: { what: FormName; at: RunPlace },
): Promise<Reply> {
  const { amas, writer } = deps;
  const { t } = call;
  const form = typedIn(call);
  const text = form.text(parts.text);
  const asked = { ...about(call), questionId };
  return keeping(call, [text], async () => {
    switch (what) {
      case 'answer': {
        // Left empty by hand is not "the prepared one".
        if (text.trim() === '') refuse('amas.refusals.answer-missing');
        const question = await writer.write(() => amas.answer({ ...asked, kind: 'written', text }));
        return ran(deps, call, question, { action: 'answer', at });
      }
      case 'voice': {
        const question = await writer.write(() => amas.answer({ ...asked, kind: 'voice', text }));
        return ran(deps, call, question, { action: 'voice', at });
      }
      case 'prepare': {
        const question = await writer.write(() => amas.prepare({ ...asked, text }));
        const key = question.prepared ? 'amas.run.done.prepare' : 'amas.run.done.unprepare';
        return done(deps, call, question, { at, note: t(key, numberOf(question)) });
      }
      case 'edit': {
        const question = await writer.write(() => amas.editQuestion({ ...asked, text }));
        return done(deps, call, question, { at, note: t('amas.run.done.edit', numberOf(question)) });
      }
      case 'tag': {
        const question = await writer.write(() => amas.tag({ ...asked, tag: text }));
        const { tag } = question;
        const note =
          tag === undefined
            ? t('amas.run.done.untag', numberOf(question))
            : t('amas.run.done.tag', { ...numberOf(question), tag: shown(tag, 60) });
        return done(deps, call, question, { at, note });
      }
      case 'decline': {
        const reason =
          declineReasons.find((each) => each === form.one(parts.reason)) ??
          refuse('amas.refusals.reason-missing');
        const question = await writer.write(() => amas.decline({ ...asked, reason, words: text }));
        return done(deps, call, question, { at, note: t('amas.run.done.decline', numberOf(question)) });
      }
      case 'merge':
        return merged(deps, call, questionId, at);
      default:
        return what satisfies never;
    }
  });
}

async function merged(deps: AmaSurfaceDeps, call: PressCall, sourceId: number, at: RunPlace): Promise<Reply> {
  const { amas, writer } = deps;
  const targetId = targetOf(deps, call, sourceId);
  const { source, target } = await writer.write(() => amas.merge({ ...about(call), sourceId, targetId }));
  const words = { ...numberOf(source), target: String(target.number) };
  return done(deps, call, source, { at, note: call.t('amas.run.done.merge', words) });
}

/** The number wins over the menu: whoever types one means it. */
function targetOf({ amas }: AmaSurfaceDeps, call: PressCall, sourceId: number): number {
  const form = typedIn(call);
  const typed = form.text(parts.number).trim().replace(/^#/u, '');
  if (typed !== '') {
    const { question } = amas.question({ ...about(call), questionId: sourceId });
    const statuses = ['approved', 'on-air', 'parked', 'answered', 'pending'] as const;
    const found = amas
      .findQuestions({ ...about(call), amaId: question.amaId, text: typed, statuses })
      .find(({ number }) => String(number) === typed);
    if (!found) throw new UserError('amas.refusals.merge-missing');
    return found.id;
  }
  const chosen = form.one(parts.target) ?? '';
  if (!/^\d{1,15}$/u.test(chosen)) throw new UserError('amas.refusals.merge-missing');
  return Number(chosen);
}
