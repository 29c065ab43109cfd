import type { APIAttachment, APIModalSubmitInteraction } from 'discord-api-types/v10';
import type { ComponentHandler } from '../../discord/define-component.ts';
import type { Call, Reply } from '../../discord/interaction.ts';
import { inPlace, isPrivate, privately, sentence, typedIn } from '../../discord/press.ts';
import { stamp } from '../../discord/words.ts';
import { mineView } from './browse-views.ts';
import { showCard } from './card.ts';
import { askId, remindId } from './custom-ids.ts';
import { askForm } from './form-views.ts';
import { amaLimits } from './model.ts';
import { askedView } from './own-views.ts';
import type { ImageFile } from './ports.ts';
import { about, keeping, on, refreshOf } from './press.ts';
import { askFormId, mineId, ownId, parts } from './private-custom-ids.ts';
import { refuse, refuseImage } from './rules.ts';
import type { AmaSurfaceDeps, PressCall } from './surface-types.ts';

/** Asking, being reminded, and what askers do with their own questions. */
export function askComponents(deps: AmaSurfaceDeps): ComponentHandler[] {
  const { amas, writer } = deps;
  return [
    on('button', askId, (call, { ama }) => openAskForm(deps, call, ama)),
    on('modal', askFormId, (call, { ama }) => asked(deps, call, ama), 'defer-ephemeral'),
    on('button', remindId, async (call, { ama: amaId }) => {
      const pressed = { ...about(call), amaId, interactionId: call.raw.id };
      const { ama, on: reminded } = await writer.write(() => amas.toggleReminder(pressed));
      const words = reminded
        ? call.t('amas.own.reminded', { relative: stamp(ama.startAt, 'R') })
        : call.t('amas.own.unreminded');
      return privately(sentence(words));
    }),
    on('button', ownId, (call, { question, action }) => own(deps, call, question, action)),
    on('button', mineId, (call, { ama, page }) => inPlace(call, mineBody(deps, call, ama, page))),
  ];
}

/** Throws what asking would throw, before anybody types for nothing. */
export function openAskForm({ amas }: AmaSurfaceDeps, call: Call, amaId: number): Reply {
  return { kind: 'modal', modal: askForm(amas.mayAsk({ ...about(call), amaId }), call.t) };
}

export function mineBody({ amas }: AmaSurfaceDeps, call: Call, amaId: number, page: number) {
  const asked = { ...about(call), amaId };
  return mineView(amas.ama(asked), amas.mine({ ...asked, page }), call.now, call.t);
}

async function asked(deps: AmaSurfaceDeps, call: PressCall, amaId: number): Promise<Reply> {
  const { amas, writer } = deps;
  const form = typedIn(call);
  const text = form.text(parts.text);
  return keeping(call, [text], async () => {
    const { images, lost } = await fetched(deps, call, amaId);
    const question = { ...about(call), amaId, interactionId: call.raw.id, text, images };
    const anonymous = form.one(parts.name) === 'unnamed';
    const outcome = await writer.write(() => amas.ask({ ...question, anonymous }));
    refreshOf(deps, outcome.question);
    return privately(askedView(outcome, lost, call.t));
  });
}

/**
 * Only what Discord says was uploaded with this very form. What would be refused anyway is not fetched; what is no
 * picture is refused by the service.
 */
async function fetched(
  { amas, readAttachment }: AmaSurfaceDeps,
  call: PressCall,
  amaId: number,
): Promise<{ images: ImageFile[]; lost: string[] }> {
  const known: Record<string, APIAttachment> =
    (call.raw as APIModalSubmitInteraction).data.resolved?.attachments ?? {};
  const files = typedIn(call)
    .many(parts.images)
    .flatMap((id) => (Object.hasOwn(known, id) ? (known[id] ?? []) : []))
    .slice(0, amaLimits.images);
  if (files.length > 0 && !amas.ama({ ...about(call), amaId }).attachments) {
    refuse('amas.refusals.no-attachments');
  }
  const tooLarge = files.find(({ size }) => size > amaLimits.imageBytes);
  if (tooLarge) refuseImage(tooLarge.filename);
  const results = await Promise.all(
    files.map(async (file): Promise<ImageFile | string> => {
      const name = file.filename.slice(0, 60);
      const data = await readAttachment(file, amaLimits.imageBytes);
      if (!data) return name;
      return { name, contentType: file.content_type ?? '', data };
    }),
  );
  return {
    images: results.filter((each) => typeof each !== 'string'),
    lost: results.filter((each) => typeof each === 'string'),
  };
}

async function own(
  deps: AmaSurfaceDeps,
  call: PressCall,
  questionId: number,
  action: 'withdraw' | 'messages' | 'silence',
): Promise<Reply> {
  const { amas, writer } = deps;
  const asked = { ...about(call), questionId };
  const question = await writer.write(() =>
    action === 'withdraw' ? amas.withdraw(asked) : amas.setNotify({ ...asked, on: action === 'messages' }),
  );
  const number = String(question.number);
  if (action === 'withdraw') {
    refreshOf(deps, question);
    return inPlace(call, sentence(call.t('amas.own.withdrawn', { number })));
  }
  const words = call.t(action === 'messages' ? 'amas.own.messaged' : 'amas.own.silenced', { number });
  return isPrivate(call) ? showCard(deps, call, questionId, words) : privately(sentence(words));
}
