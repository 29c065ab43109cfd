import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import { text } from '../../discord/ui.ts';
import { fileUpload, label, modal, radioGroup, textInput } from '../../discord/ui-modal.ts';
import { select, userSelect } from '../../discord/ui-select.ts';
import { plain } from '../../discord/words.ts';
import type { Translate } from '../../i18n/translate.ts';
import type { RunPlace } from './custom-ids.ts';
import { type Ama, amaLimits, declineReasons, type Question } from './model.ts';
import type { AmaDraft } from './ports.ts';
import {
  askFormId,
  cancelFormId,
  createFormId,
  draftFormId,
  type FormName,
  formId,
  parts,
} from './private-custom-ids.ts';

type Form = APIModalInteractionResponseCallbackData;
/** UTF-16 units. */
const longestTime = 100;

/** What stands in the form before anybody types. */
export interface SpecTexts {
  title: string;
  starts: string;
  ends: string;
  guestIds: readonly string[];
  description: string;
}

/** Title, start, end, guests and description: as many parts as a form can have; the rest are options. */
export function createForm(
  options: Parameters<typeof createFormId.build>[0],
  timeZone: string,
  t: Translate,
): Form {
  const empty = { title: '', starts: '', ends: '', guestIds: [], description: '' };
  return specForm({ id: createFormId.build(options), title: t('amas.form.createTitle') }, empty, timeZone, t);
}

export function draftForm(
  { id }: Pick<AmaDraft, 'id'>,
  texts: SpecTexts,
  timeZone: string,
  t: Translate,
): Form {
  const form = { id: draftFormId.build({ draft: id }), title: t('amas.form.editTitle') };
  return specForm(form, texts, timeZone, t);
}

function specForm(
  form: { id: string; title: string },
  texts: SpecTexts,
  timeZone: string,
  t: Translate,
): Form {
  return modal({
    ...form,
    parts: [
      label(
        { label: t('amas.form.title') },
        textInput({
          id: parts.title,
          value: texts.title,
          max: amaLimits.title,
          placeholder: t('amas.form.titlePlaceholder'),
        }),
      ),
      label(
        { label: t('amas.form.starts'), description: t('amas.form.startsHelp', { zone: timeZone }) },
        textInput({
          id: parts.starts,
          value: texts.starts,
          max: longestTime,
          placeholder: t('amas.form.startsPlaceholder'),
        }),
      ),
      label(
        { label: t('amas.form.ends'), description: t('amas.form.endsHelp') },
        textInput({
          id: parts.ends,
          value: texts.ends,
          max: longestTime,
          placeholder: t('amas.form.endsPlaceholder'),
        }),
      ),
      label(
        { label: t('amas.form.guests'), description: t('amas.form.guestsHelp') },
        userSelect({
          id: parts.guests,
          min: 0,
          max: amaLimits.guests,
          required: false,
          chosen: texts.guestIds,
        }),
      ),
      label(
        { label: t('amas.form.description') },
        textInput({
          id: parts.description,
          long: true,
          required: false,
          value: texts.description,
          max: amaLimits.description,
          placeholder: t('amas.form.descriptionPlaceholder'),
        }),
      ),
    ],
  });
}

/** The question, and whatever this AMA leaves open: the name, pictures. Who can see the name is said before. */
export function askForm(ama: Ama, t: Translate): Form {
  const name = radioGroup({
    id: parts.name,
    options: [
      { value: 'named', label: t('amas.form.named'), description: t('amas.form.namedHelp'), chosen: true },
      { value: 'unnamed', label: t('amas.form.unnamed'), description: t('amas.form.unnamedHelp') },
    ],
  });
  const images = fileUpload({ id: parts.images, max: amaLimits.images, types: ['image'] });
  return modal({
    id: askFormId.build({ ama: ama.id }),
    title: plain(ama.title, 45) || t('amas.form.askTitle'),
    parts: [
      label(
        { label: t('amas.form.question') },
        textInput({
          id: parts.text,
          long: true,
          max: amaLimits.question,
          placeholder: t('amas.form.questionPlaceholder'),
        }),
      ),
      ...(ama.anonymous ? [label({ label: t('amas.form.name') }, name)] : []),
      ...(ama.attachments
        ? [
            label(
              {
                label: t('amas.form.images'),
                description: t('amas.form.imagesHelp', { max: String(amaLimits.images) }),
              },
              images,
            ),
          ]
        : []),
      text(t(ama.anonymous ? 'amas.form.audited' : 'amas.form.namedOnly')),
    ],
  });
}

interface QuestionForm {
  question: Question;
  at: RunPlace;
}

function oneText(
  { question, at }: QuestionForm,
  what: FormName,
  words: { title: string; label: string; help: string },
  input: { max: number; required: boolean; value?: string | undefined; long?: boolean },
): Form {
  return modal({
    id: formId.build({ question: question.id, what, at }),
    title: words.title,
    parts: [
      label(
        { label: words.label, description: words.help },
        textInput({ id: parts.text, long: true, ...input }),
      ),
    ],
  });
}

/** Opens with what was prepared, so that it can be brought up to the moment. */
export function answerForm(form: QuestionForm, t: Translate): Form {
  const { prepared, number } = form.question;
  const title = t('amas.form.answerTitle', { number: String(number) });
  const words = { title, label: t('amas.form.answer'), help: t('amas.form.answerHelp') };
  return oneText(form, 'answer', words, { max: amaLimits.answer, required: true, value: prepared?.text });
}

export function voiceForm(form: QuestionForm, t: Translate): Form {
  const title = t('amas.form.voiceTitle', { number: String(form.question.number) });
  const words = { title, label: t('amas.form.voice'), help: t('amas.form.voiceHelp') };
  return oneText(form, 'voice', words, { max: amaLimits.answer, required: false });
}

export function prepareForm(form: QuestionForm, t: Translate): Form {
  const { prepared, number } = form.question;
  const title = t('amas.form.prepareTitle', { number: String(number) });
  const words = { title, label: t('amas.form.prepare'), help: t('amas.form.prepareHelp') };
  return oneText(form, 'prepare', words, { max: amaLimits.answer, required: false, value: prepared?.text });
}

export function editQuestionForm(form: QuestionForm, t: Translate): Form {
  const { text: value, number } = form.question;
  const title = t('amas.form.editQuestionTitle', { number: String(number) });
  const words = { title, label: t('amas.form.editQuestion'), help: t('amas.form.editQuestionHelp') };
  return oneText(form, 'edit', words, { max: amaLimits.question, required: true, value });
}

export function tagForm(form: QuestionForm, t: Translate): Form {
  const { tag: value, number } = form.question;
  const title = t('amas.form.tagTitle', { number: String(number) });
  const words = { title, label: t('amas.form.tag'), help: t('amas.form.tagHelp') };
  return oneText(form, 'tag', words, { max: amaLimits.tag, required: false, value, long: false });
}

export function declineForm({ question, at }: QuestionForm, t: Translate): Form {
  const reasons = declineReasons.map((value) => ({ value, label: t(`amas.reasons.${value}`) }));
  return modal({
    id: formId.build({ question: question.id, what: 'decline', at }),
    title: t('amas.form.declineTitle', { number: String(question.number) }),
    parts: [
      label({ label: t('amas.form.reason') }, radioGroup({ id: parts.reason, options: reasons })),
      label(
        { label: t('amas.form.words'), description: t('amas.form.wordsHelp') },
        textInput({ id: parts.text, long: true, max: amaLimits.reason, required: false }),
      ),
    ],
  });
}

/** `targets`: the likeliest; others by their number. */
export function mergeForm({ question, at }: QuestionForm, targets: readonly Question[], t: Translate): Form {
  const menu = select({
    id: parts.target,
    min: 0,
    required: false,
    options: targets.slice(0, 25).map((each) => ({
      value: String(each.id),
      label: plain(`${each.number} · ${each.text}`, 95),
    })),
  });
  const number = label(
    { label: t('amas.form.mergeNumber'), description: t('amas.form.mergeNumberHelp') },
    textInput({ id: parts.number, max: 6, required: false }),
  );
  return modal({
    id: formId.build({ question: question.id, what: 'merge', at }),
    title: t('amas.form.mergeTitle', { number: String(question.number) }),
    parts: [
      ...(targets.length === 0
        ? []
        : [label({ label: t('amas.form.mergeInto'), description: t('amas.form.mergeIntoHelp') }, menu)]),
      number,
    ],
  });
}

export function cancelForm({ id }: Ama, t: Translate): Form {
  return modal({
    id: cancelFormId.build({ ama: id }),
    title: t('amas.form.cancelTitle'),
    parts: [
      label(
        { label: t('amas.form.cancel'), description: t('amas.form.cancelHelp') },
        textInput({ id: parts.text, long: true, max: amaLimits.reason, required: false }),
      ),
    ],
  });
}
