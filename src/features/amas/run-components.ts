import type { ComponentHandler } from '../../discord/define-component.ts';
import type { Call, Reply } from '../../discord/interaction.ts';
import { inPlace, privately, sentence } from '../../discord/press.ts';
import { button, container, row, text } from '../../discord/ui.ts';
import { stamp } from '../../discord/words.ts';
import { afterRun, panelBody } from './card.ts';
import { type PanelAction, panelId, type RunAction, type RunPlace, runId } from './custom-ids.ts';
import { answerForm, mergeForm, prepareForm, voiceForm } from './form-views.ts';
import type { Question, QuestionStatus } from './model.ts';
import { about, on, refreshOf } from './press.ts';
import { closeNowId } from './private-custom-ids.ts';
import { rows, runButton } from './question-card-views.ts';
import { nextUpBody } from './read-components.ts';
import { refuse } from './rules.ts';
import type { AmaSurfaceDeps, PressCall } from './surface-types.ts';
import { titleText } from './words-views.ts';

/** Running an AMA: what stands on the panel, on a guest's copy of it, and on the card of a question. */
export function runComponents(deps: AmaSurfaceDeps): ComponentHandler[] {
  const { amas, writer } = deps;
  return [
    on('button', runId, (call, { question, action, at }) => run(deps, call, question, { action, at })),
    on('button', panelId, (call, { ama, action, at }) => steer(deps, call, ama, { action, at })),
    on('button', closeNowId, async (call, { ama: amaId }) => {
      const ama = await writer.write(() => amas.close({ ...about(call), amaId }));
      deps.refresh(ama);
      return inPlace(call, sentence(call.t('amas.run.done.close', { title: titleText(ama) })));
    }),
  ];
}

/** Throws unless the presser runs this AMA: asked before a form opens, so that nobody types for nothing. */
export function runnable({ amas }: AmaSurfaceDeps, call: Call, questionId: number): Question {
  const { question } = amas.question({ ...about(call), questionId });
  if (!amas.rights({ ...about(call), amaId: question.amaId }).run) refuse('amas.refusals.may-not-run');
  return question;
}

const unanswered: ReadonlySet<QuestionStatus> = new Set(['approved', 'on-air', 'parked']);
/** What something can be merged into, the likeliest to be meant first. */
const targets: readonly QuestionStatus[] = ['approved', 'on-air', 'parked', 'answered', 'pending'];

async function run(
  deps: AmaSurfaceDeps,
  call: PressCall,
  questionId: number,
  { action, at }: { action: RunAction; at: RunPlace },
): Promise<Reply> {
  const { amas, writer } = deps;
  const { t } = call;
  const question = runnable(deps, call, questionId);
  const form = { question, at };
  const asked = { ...about(call), questionId };
  const does = async (as: Parameters<typeof ran>[3]['action'], write: () => Question): Promise<Reply> =>
    ran(deps, call, await writer.write(write), { action: as, at });
  switch (action) {
    case 'answer':
      return { kind: 'modal', modal: answerForm({ question: open(question, 'answered'), at }, t) };
    case 'voice':
      return { kind: 'modal', modal: voiceForm({ question: open(question, 'answered'), at }, t) };
    case 'prepare':
      return { kind: 'modal', modal: prepareForm(form, t) };
    case 'merge': {
      const found = {
        ...about(call),
        amaId: question.amaId,
        text: '',
        statuses: targets,
        except: questionId,
      };
      return { kind: 'modal', modal: mergeForm(form, amas.findQuestions(found), t) };
    }
    case 'on-air':
      return does(action, () => amas.putOnAir(asked));
    case 'off-air':
      return does(action, () => amas.takeOffAir(asked));
    case 'park':
      return does(action, () => amas.park(asked));
    case 'skip':
      return does(action, () => amas.skip(asked));
    case 'prepared':
      return does('answer', () => amas.answer({ ...asked, kind: 'written' }));
    default:
      return action satisfies never;
  }
}

/** What is decided by now is said before anybody types. */
function open(question: Question, to: QuestionStatus): Question {
  if (unanswered.has(question.status)) return question;
  return refuse('amas.refusals.wrong-status', { from: question.status, to });
}

/** What happened, and what can be done next with the same question. */
export function ran(
  deps: AmaSurfaceDeps,
  call: PressCall,
  question: Question,
  { action, at }: { action: 'on-air' | 'off-air' | 'answer' | 'voice' | 'park' | 'skip'; at: RunPlace },
): Reply {
  const { t } = call;
  refreshOf(deps, question);
  const note = t(`amas.run.done.${action}`, { number: String(question.number) });
  const steps: readonly RunAction[] =
    action === 'on-air' ? [question.prepared ? 'prepared' : 'answer', 'voice', 'park', 'off-air'] : [];
  const buttons = rows(steps.map((step) => runButton(question, step, 'card', t)));
  const next = privately({ components: [container([text(note), ...buttons])] });
  return afterRun(deps, call, question, { at, note, next });
}

async function steer(
  deps: AmaSurfaceDeps,
  call: PressCall,
  amaId: number,
  { action, at }: { action: PanelAction; at: 'panel' | 'guest' },
): Promise<Reply> {
  const { amas, writer } = deps;
  const { t } = call;
  const asked = { ...about(call), amaId };
  switch (action) {
    case 'start': {
      const ama = await writer.write(() => amas.start(asked));
      deps.refresh(ama);
      if (at === 'guest') return inPlace(call, panelBody(deps, call, amaId));
      return privately(
        sentence(t('amas.run.done.start', { title: titleText(ama), end: stamp(ama.endAt, 'f') })),
      );
    }
    case 'close': {
      const ama = amas.ama(asked);
      if (!amas.rights(asked).moderate) refuse('amas.refusals.may-not-moderate');
      const now = button({
        id: closeNowId.build({ ama: amaId }),
        label: t('amas.run.closeNow'),
        style: 'danger',
      });
      const words = t('amas.run.closeAsk', { title: titleText(ama) });
      return privately({ components: [container([text(words), row(now)])] });
    }
    case 'refresh':
      return inPlace(call, panelBody(deps, call, amaId));
    case 'questions':
      return privately(nextUpBody(deps, call, amaId, 0));
    default:
      return action satisfies never;
  }
}
