import type { APILabelComponent, APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import { fileUpload, label, modal, radioGroup, textInput } from '../../discord/ui-modal.ts';
import { select } from '../../discord/ui-select.ts';
import type { Translate } from '../../i18n/translate.ts';
import { type Category, criteria, type Idea, type IdeaText, ideaLimits, type Scores } from './model.ts';
import type { Decision, IdeaDraft } from './ports.ts';
import {
  decideFormId,
  draftFormId,
  formId,
  objectFormId,
  parts,
  scoreFormId,
  submitFormId,
  suggestFormId,
} from './private-custom-ids.ts';

type Form = APIModalInteractionResponseCallbackData;

/** Title, idea, problem, category and pictures: as many parts as a form can have. */
export function submitForm(
  options: {
    anonymous: boolean;
    /** The message that is suggested, if somebody else wrote it. */
    messageId?: string | undefined;
    text?: Partial<IdeaText>;
    suggested?: boolean;
  },
  categories: readonly Category[],
  t: Translate,
): Form {
  const { anonymous, messageId, text = {}, suggested = false } = options;
  return modal({
    id:
      messageId === undefined
        ? submitFormId.build({ as: anonymous ? 'anonymous' : 'named' })
        : suggestFormId.build({ message: messageId }),
    title: t(suggested ? 'ideas.form.suggestTitle' : 'ideas.form.submitTitle'),
    parts: [
      ...textParts(text, categories, t),
      label(
        { label: t('ideas.form.images'), description: t('ideas.form.imagesHelp') },
        fileUpload({ id: parts.images, max: ideaLimits.images, types: ['image'] }),
      ),
    ],
  });
}

/** The draft once more; its pictures stay. */
export function draftForm(draft: IdeaDraft, categories: readonly Category[], t: Translate): Form {
  return modal({
    id: draftFormId.build({ draft: draft.id }),
    title: t('ideas.form.editTitle'),
    parts: textParts(draft, categories, t),
  });
}

/** `reason`: whoever changes somebody else's words says why. */
export function editForm(
  idea: Idea,
  categories: readonly Category[],
  t: Translate,
  options: { reason: boolean },
): Form {
  const why = label(
    { label: t('ideas.form.editReason'), description: t('ideas.form.editReasonHelp') },
    textInput({ id: parts.reason, long: true, max: ideaLimits.reason }),
  );
  return modal({
    id: formId.build({ idea: idea.id, what: 'edit' }),
    title: t('ideas.form.editTitle'),
    parts: [...textParts(idea, categories, t), ...(options.reason ? [why] : [])],
  });
}

function textParts(
  { title, body, problem, category }: Partial<IdeaText>,
  categories: readonly Category[],
  t: Translate,
): APILabelComponent[] {
  const texts = [
    label(
      { label: t('ideas.form.title') },
      textInput({
        id: parts.title,
        value: title,
        placeholder: t('ideas.form.titlePlaceholder'),
        max: ideaLimits.title,
      }),
    ),
    label(
      { label: t('ideas.form.body') },
      textInput({
        id: parts.body,
        long: true,
        value: body,
        placeholder: t('ideas.form.bodyPlaceholder'),
        max: ideaLimits.body,
      }),
    ),
    label(
      { label: t('ideas.form.problem') },
      textInput({
        id: parts.problem,
        long: true,
        value: problem,
        placeholder: t('ideas.form.problemPlaceholder'),
        max: ideaLimits.problem,
        required: false,
      }),
    ),
  ];
  if (categories.length === 0) return texts;
  const menu = select({
    id: parts.category,
    placeholder: t('ideas.form.categoryPlaceholder'),
    min: 0,
    required: false,
    options: categories.map(({ key, name, emoji }) => ({
      value: key,
      label: name,
      emoji,
      chosen: key === category,
    })),
  });
  return [...texts, label({ label: t('ideas.form.category') }, menu)];
}

/** One text, and what becomes of it. */
function oneText(
  form: { id: string; title: string; label: string; help: string; required?: boolean; value?: string },
  max: number,
): Form {
  const { id, title, label: name, help, required = true, value } = form;
  const input = textInput({ id: parts.text, long: true, max, required, value });
  return modal({ id, title, parts: [label({ label: name, description: help }, input)] });
}

export function updateForm(ideaId: number, t: Translate): Form {
  const words = { label: t('ideas.form.update'), help: t('ideas.form.updateHelp') };
  const id = formId.build({ idea: ideaId, what: 'update' });
  return oneText({ id, title: t('ideas.form.updateTitle'), ...words }, ideaLimits.update);
}

export function reportForm(ideaId: number, t: Translate): Form {
  const words = { label: t('ideas.form.reportReason'), help: t('ideas.form.reportHelp') };
  const id = formId.build({ idea: ideaId, what: 'report' });
  return oneText({ id, title: t('ideas.form.reportTitle'), ...words }, ideaLimits.reason);
}

export function withdrawForm(ideaId: number, t: Translate): Form {
  const words = { label: t('ideas.form.withdrawReason'), help: t('ideas.form.withdrawReasonHelp') };
  const id = formId.build({ idea: ideaId, what: 'withdraw' });
  return oneText({ id, title: t('ideas.form.withdrawTitle'), ...words, required: false }, ideaLimits.reason);
}

export function objectForm(mergeId: number, t: Translate): Form {
  const words = { label: t('ideas.form.objectReason'), help: t('ideas.form.objectHelp') };
  const id = objectFormId.build({ merge: mergeId });
  return oneText({ id, title: t('ideas.form.objectTitle'), ...words }, ideaLimits.reason);
}

/** `idea.status` is what the presser saw: somebody quicker is noticed. */
export function decideForm(idea: Pick<Idea, 'id' | 'status'>, to: Decision, t: Translate): Form {
  const words = { label: t('ideas.form.reason'), help: t('ideas.form.reasonHelp') };
  const id = decideFormId.build({ idea: idea.id, from: idea.status, to });
  const title = t('ideas.form.decideTitle', { status: t(`ideas.status.${to}`) });
  return oneText({ id, title, ...words }, ideaLimits.reason);
}

const scoreWords = ['low1', 'low2', 'middle', 'high4', 'high5'] as const;

/** Four radio groups and why; with what this reviewer said before. */
export function scoreForm(
  ideaId: number,
  before: { scores: Scores; reason: string } | undefined,
  t: Translate,
): Form {
  const groups = criteria.map((criterion) =>
    label(
      { label: t(`ideas.form.${criterion}`) },
      radioGroup({
        id: criterion,
        options: scoreWords.map((word, index) => ({
          value: String(index + 1),
          label: t(`ideas.form.scores.${word}`),
          chosen: before?.scores[criterion] === index + 1,
        })),
      }),
    ),
  );
  const why = label(
    { label: t('ideas.form.scoreReason'), description: t('ideas.form.scoreReasonHelp') },
    textInput({ id: parts.reason, long: true, value: before?.reason, max: ideaLimits.reason }),
  );
  return modal({
    id: scoreFormId.build({ idea: ideaId }),
    title: t('ideas.form.scoreTitle'),
    parts: [...groups, why],
  });
}
