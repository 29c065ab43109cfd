import type { APIModalSubmitInteraction } from 'discord-api-types/v10';
import type { ComponentHandler } from '../../discord/define-component.ts';
import type { Call, Reply } from '../../discord/interaction.ts';
import { inPlace, privately, sentence, typedIn } from '../../discord/press.ts';
import { UserError } from '../../shared/user-error.ts';
import { draftPreview } from './draft-views.ts';
import { sentFiles, typedText } from './form-input.ts';
import { draftForm, submitForm } from './form-views.ts';
import { checkImages } from './image-check.ts';
import { keeping } from './kept.ts';
import { ideaLimits } from './model.ts';
import type { ImageFile } from './ports.ts';
import { about, on } from './press.ts';
import { draftActionId, draftFormId, insteadId, submitFormId, suggestFormId } from './private-custom-ids.ts';
import type { IdeaSurfaceDeps, PressCall } from './surface-types.ts';
import { nameOf } from './words-views.ts';

/** From the form to the idea. Pictures are fetched after Discord has been told to wait. */
export function draftComponents(deps: IdeaSurfaceDeps): ComponentHandler[] {
  return [
    on(
      'modal',
      submitFormId,
      (call, { as }) => submitted(deps, call, { anonymous: as === 'anonymous' }),
      'defer-ephemeral',
    ),
    on(
      'modal',
      suggestFormId,
      (call, { message }) => submitted(deps, call, { anonymous: false, suggested: message }),
      'defer-ephemeral',
    ),
    on('button', draftActionId, (call, { draft, action }) => {
      if (action === 'post') return post(deps, call, draft);
      return action === 'edit' ? edit(deps, call, draft) : cancel(deps, call, draft);
    }),
    on('modal', draftFormId, (call, { draft }) => changed(deps, call, draft)),
    on('button', insteadId, (call, { draft, idea }) => supportInstead(deps, call, draft, idea)),
  ];
}

/** Throws where this person may not submit now, before anybody types for nothing. */
export function openSubmitForm(
  { policy, ideas }: IdeaSurfaceDeps,
  call: Call,
  options: Parameters<typeof submitForm>[0],
): Reply {
  const settings = policy.settings(call.guildId);
  ideas.checkMaySubmit(about(call));
  if (options.anonymous && !settings.anonymity) throw new UserError('ideas.refusals.anonymity-off');
  return { kind: 'modal', modal: submitForm(options, settings.categories, call.t) };
}

async function submitted(
  deps: IdeaSurfaceDeps,
  call: PressCall,
  { anonymous, suggested }: { anonymous: boolean; suggested?: string },
): Promise<Reply> {
  const { ideas, writer } = deps;
  const text = typedText(typedIn(call));
  return keeping(call, text, async () => {
    const [{ images, notes }, creditId] = await Promise.all([
      fetched(deps, call),
      // Not taken from the form: whoever forges one could have anybody asked.
      suggested === undefined ? undefined : deps.authorOf(call.channelId, suggested),
    ]);
    if (suggested !== undefined && creditId === undefined) notes.push(call.t('ideas.draft.nobodyCredited'));
    const asked = { ...about(call), anonymous, creditId, interactionId: call.raw.id, text, images };
    const { draft, similar } = await writer.write(() => ideas.draft(asked));
    const { categories } = deps.policy.settings(call.guildId);
    return privately(draftPreview({ draft, similar, categories, notes }, call.t));
  });
}

/** Only what Discord says was uploaded with this very form, and only what is a picture. */
async function fetched(
  { readAttachment }: IdeaSurfaceDeps,
  call: PressCall,
): Promise<{ images: ImageFile[]; notes: string[] }> {
  const files = sentFiles(call.raw as APIModalSubmitInteraction, typedIn(call));
  const results = await Promise.all(
    files.map(async (file): Promise<ImageFile | string> => {
      const name = file.filename.slice(0, 60);
      if (file.size > ideaLimits.imageBytes) return notAnImage(call, name);
      const data = await readAttachment(file, ideaLimits.imageBytes);
      if (!data) return call.t('ideas.draft.pictureLost', { name });
      const image = { name, contentType: file.content_type ?? '', data };
      return isImage(image) ? image : notAnImage(call, name);
    }),
  );
  return {
    images: results.filter((each) => typeof each !== 'string'),
    notes: results.filter((each) => typeof each === 'string'),
  };
}

function notAnImage({ t }: PressCall, name: string): string {
  return t('ideas.refusals.not-an-image', { name, max: ideaLimits.imageBytes / 1024 / 1024 });
}

function isImage(image: ImageFile): boolean {
  try {
    return checkImages([image]).length === 1;
  } catch {
    return false;
  }
}

function edit({ ideas, policy }: IdeaSurfaceDeps, call: PressCall, draftId: number): Reply {
  const draft = ideas.findDraft({ ...about(call), draftId });
  return { kind: 'modal', modal: draftForm(draft, policy.settings(call.guildId).categories, call.t) };
}

async function changed(deps: IdeaSurfaceDeps, call: PressCall, draftId: number): Promise<Reply> {
  const text = typedText(typedIn(call));
  return keeping(call, text, async () => {
    const asked = { ...about(call), draftId, text };
    const { draft, similar } = await deps.writer.write(() => deps.ideas.changeDraft(asked));
    const { categories } = deps.policy.settings(call.guildId);
    return inPlace(call, draftPreview({ draft, similar, categories }, call.t));
  });
}

async function post(deps: IdeaSurfaceDeps, call: PressCall, draftId: number): Promise<Reply> {
  const { t } = call;
  const { idea, first } = await deps.writer.write(() => deps.ideas.submit({ ...about(call), draftId }));
  if (!first) return inPlace(call, sentence(t('ideas.draft.again')));
  if (idea.status === 'queued') return inPlace(call, sentence(t('ideas.draft.queued')));
  const { channelId } = deps.policy.settings(call.guildId);
  return inPlace(call, sentence(t('ideas.draft.posted', { channel: `<#${channelId ?? '0'}>` })));
}

async function cancel(deps: IdeaSurfaceDeps, call: PressCall, draftId: number): Promise<Reply> {
  await deps.writer.write(() => deps.ideas.dropDraft({ ...about(call), draftId }));
  return inPlace(call, sentence(call.t('ideas.draft.cancelled')));
}

/** The draft goes only once the support is there, in the same write. */
async function supportInstead(
  deps: IdeaSurfaceDeps,
  call: PressCall,
  draftId: number,
  ideaId: number,
): Promise<Reply> {
  const { ideas, writer } = deps;
  const { idea } = await writer.write(() => {
    const outcome = ideas.support({ ...about(call), ideaId, interactionId: call.raw.id });
    ideas.dropDraft({ ...about(call), draftId });
    return outcome;
  });
  deps.refreshIdea(idea);
  return inPlace(call, sentence(call.t('ideas.own.insteadDone', { idea: nameOf(idea, call.t) })));
}
