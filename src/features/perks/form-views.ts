import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import { text } from '../../discord/ui.ts';
import { fileUpload, label, modal, radioGroup, textInput } from '../../discord/ui-modal.ts';
import { roleSelect, userSelect } from '../../discord/ui-select.ts';
import type { Translate } from '../../i18n/translate.ts';
import { timeText } from './form-input.ts';
import { type CountedAct, type Perk, perkLimits, rewardKinds } from './model.ts';
import {
  codesFormId,
  conditionCountFormId,
  conditionRoleFormId,
  createFormId,
  editFormId,
  grantFormId,
  linkFormId,
  parts,
  stockFormId,
} from './private-custom-ids.ts';
import { number } from './words-views.ts';

type Form = APIModalInteractionResponseCallbackData;

export function createForm(timeZone: string, t: Translate): Form {
  return modal({
    id: createFormId.build({}),
    title: t('perks.form.createTitle'),
    parts: [
      nameField(undefined, t),
      descriptionField(undefined, t),
      termsField(undefined, t),
      label(
        { label: t('perks.form.reward'), description: t('perks.form.rewardHelp') },
        radioGroup({
          id: parts.reward,
          options: rewardKinds.map((kind) => ({
            value: kind,
            label: t(`perks.rewards.${kind}`),
            description: t(`perks.form.rewards.${kind}`),
            chosen: kind === 'codes',
          })),
        }),
      ),
      expiresField(undefined, timeZone, t),
    ],
  });
}

export function editForm(perk: Perk, timeZone: string, t: Translate): Form {
  return modal({
    id: editFormId.build({ perk: perk.id }),
    title: t('perks.form.editTitle'),
    parts: [
      nameField(perk, t),
      descriptionField(perk, t),
      termsField(perk, t),
      expiresField(perk.expiresAt, timeZone, t),
    ],
  });
}

function nameField(perk: Perk | undefined, t: Translate) {
  const placeholder = t('perks.form.namePlaceholder');
  return label(
    { label: t('perks.form.name') },
    textInput({ id: parts.name, value: perk?.name, placeholder, max: perkLimits.name }),
  );
}

function descriptionField(perk: Perk | undefined, t: Translate) {
  const placeholder = t('perks.form.descriptionPlaceholder');
  const max = perkLimits.description;
  return label(
    { label: t('perks.form.description') },
    textInput({
      id: parts.description,
      long: true,
      value: perk?.description,
      placeholder,
      max,
      required: false,
    }),
  );
}

function termsField(perk: Perk | undefined, t: Translate) {
  const placeholder = t('perks.form.termsPlaceholder');
  const max = perkLimits.terms;
  return label(
    { label: t('perks.form.terms'), description: t('perks.form.termsHelp') },
    textInput({ id: parts.terms, long: true, value: perk?.terms, placeholder, max, required: false }),
  );
}

function expiresField(at: number | undefined, zone: string, t: Translate) {
  return label(
    { label: t('perks.form.expires'), description: t('perks.form.expiresHelp', { zone }) },
    textInput({
      id: parts.expires,
      value: at === undefined ? undefined : timeText(at, zone),
      placeholder: t('perks.form.expiresPlaceholder'),
      max: 100,
      required: false,
    }),
  );
}

export function stockForm({ id, stock }: Perk, t: Translate): Form {
  const max = number(perkLimits.count, t);
  return modal({
    id: stockFormId.build({ perk: id }),
    title: t('perks.form.stockTitle'),
    parts: [
      label(
        { label: t('perks.form.stock'), description: t('perks.form.stockHelp', { max }) },
        textInput({
          id: parts.stock,
          value: stock === undefined ? '' : String(stock),
          max: 6,
          required: false,
        }),
      ),
    ],
  });
}

export function codesForm({ id }: Perk, t: Translate): Form {
  const rows = number(perkLimits.rows, t);
  const megabytes = String(perkLimits.fileBytes / 1024 ** 2);
  return modal({
    id: codesFormId.build({ perk: id }),
    title: t('perks.form.codesTitle'),
    parts: [
      label(
        { label: t('perks.form.codes'), description: t('perks.form.codesHelp') },
        fileUpload({ id: parts.file, max: 1, types: ['.csv', '.txt'] }),
      ),
      text(t('perks.form.codesAbout', { rows, megabytes })),
    ],
  });
}

/** The link that is there is not shown: it is read by whoever claims it. */
export function linkForm({ id }: Perk, t: Translate): Form {
  return modal({
    id: linkFormId.build({ perk: id }),
    title: t('perks.form.linkTitle'),
    parts: [
      label(
        { label: t('perks.form.link'), description: t('perks.form.linkHelp') },
        textInput({ id: parts.link, placeholder: 'https://…', max: perkLimits.secret }),
      ),
    ],
  });
}

export function grantForm(
  { id }: Perk,
  start: { memberId?: string | undefined; reason?: string | undefined },
  t: Translate,
): Form {
  return modal({
    id: grantFormId.build({ perk: id }),
    title: t('perks.form.grantTitle'),
    parts: [
      label(
        { label: t('perks.form.member') },
        userSelect({
          id: parts.member,
          required: true,
          chosen: start.memberId === undefined ? [] : [start.memberId],
        }),
      ),
      label(
        { label: t('perks.form.reason'), description: t('perks.form.reasonHelp') },
        textInput({
          id: parts.reason,
          long: true,
          value: start.reason,
          placeholder: t('perks.form.reasonPlaceholder'),
          max: perkLimits.reason,
        }),
      ),
    ],
  });
}

/** How many of these acts it takes. */
export function countForm({ id, conditions }: Perk, act: CountedAct, t: Translate): Form {
  const before = conditions.find(({ kind }) => kind === act);
  const max = number(perkLimits.count, t);
  return modal({
    id: conditionCountFormId.build({ perk: id, act }),
    title: t('perks.form.countTitle'),
    parts: [
      label(
        { label: t(`perks.form.counts.${act}`), description: t('perks.form.countHelp', { max }) },
        textInput({
          id: parts.count,
          value: before && 'count' in before ? String(before.count) : '',
          placeholder: '3',
          max: 6,
        }),
      ),
    ],
  });
}

export function roleForm({ id }: Perk, t: Translate): Form {
  return modal({
    id: conditionRoleFormId.build({ perk: id }),
    title: t('perks.form.roleTitle'),
    parts: [label({ label: t('perks.form.role') }, roleSelect({ id: parts.role, required: true }))],
  });
}
