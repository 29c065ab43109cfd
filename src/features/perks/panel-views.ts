import type { MessageBody } from '../../discord/interaction.ts';
import { button, container, row, separator, text } from '../../discord/ui.ts';
import { roleSelect, select } from '../../discord/ui-select.ts';
import { shown, shownText, stamp } from '../../discord/words.ts';
import type { Translate } from '../../i18n/translate.ts';
import { type Condition, countedActs, type Perk, perkLimits } from './model.ts';
import { conditionId, formId, panelId, rewardRoleId, stepId } from './private-custom-ids.ts';
import {
  cardLink,
  conditionText,
  endText,
  nameText,
  number,
  perkColour,
  plainCondition,
  quietColour,
  stockText,
} from './words-views.ts';

/** UTF-16 units; with the fixed words below Discord's 4,000. */
const room = { description: 900, terms: 900 } as const;

export interface PanelState {
  perk: Perk;
  /** Whether codes and links can be kept and handed out. */
  trouble: 'no-key' | 'wrong-key' | undefined;
  /** For links: whether there is one. */
  hasLink: boolean;
}

/** Everything about a perk, and what can be changed. For admins only; `note` says what became of the press. */
export function panelView(
  { perk, trouble, hasLink }: PanelState,
  note: string | undefined,
  t: Translate,
): MessageBody {
  const over = perk.status === 'ended';
  const off = trouble !== undefined && perk.reward !== 'role';
  const why = trouble && t(trouble === 'no-key' ? 'perks.panel.noKey' : 'perks.panel.wrongKey');
  return {
    components: [
      ...(note === undefined ? [] : [text(note)]),
      container(
        [
          text(wordsText(perk, t)),
          separator(),
          text(factLines(perk, t).join('\n')),
          ...(off && why !== undefined ? [text(t('perks.panel.off', { why }))] : []),
          ...(over ? [] : nextStep(perk, hasLink, t)),
          ...(perk.reward === 'role' && !over ? [rolePicker(perk, t)] : []),
          separator(),
          text(conditionLines(perk.conditions, t)),
          ...(over ? [] : [conditionPicker(perk, t)]),
          ...(over ? [] : [row(...changes(perk, hasLink, t))]),
          ...steps(perk, t),
        ],
        { accent: perk.status === 'open' ? perkColour : quietColour },
      ),
    ],
  };
}

function wordsText(perk: Perk, t: Translate): string {
  const description = shownText(perk.description, room.description);
  const terms = shown(perk.terms, room.terms);
  return [
    `## 🎁 ${nameText(perk)}`,
    t(`perks.panel.status.${perk.status}`, { at: stamp(perk.statusAt, 'f') }),
    ...(description === '' ? [] : [description]),
    ...(terms === '' ? [] : [`-# ${terms}`]),
  ].join('\n');
}

function factLines(perk: Perk, t: Translate): string[] {
  const { claimed, reserved, reward, roleId, channelId } = perk;
  const link = cardLink(perk);
  const facts = [
    stockText(perk, t),
    ...(claimed === 0 ? [] : [t('perks.panel.claimed', { count: number(claimed, t) })]),
    ...(reserved === 0 ? [] : [t('perks.panel.reserved', { count: number(reserved, t) })]),
  ].join(' · ');
  return [
    reward === 'role' && roleId !== undefined
      ? t('perks.panel.rewardRole', { role: `<@&${roleId}>` })
      : t('perks.panel.reward', { reward: t(`perks.rewards.${reward}`) }),
    t('perks.panel.stock', { facts }),
    t('perks.panel.end', { end: endText(perk, t) }),
    cardLine(link, channelId, t),
  ];
}

function cardLine(link: string | undefined, channelId: string | undefined, t: Translate): string {
  if (link !== undefined) return t('perks.panel.card', { link });
  if (channelId !== undefined) return t('perks.panel.cardComing', { channel: `<#${channelId}>` });
  return t('perks.panel.noCard');
}

/** What is missing before it can be opened. */
function nextStep(perk: Perk, hasLink: boolean, t: Translate) {
  if (perk.status !== 'draft') return [];
  const missing = {
    codes: (perk.total ?? 0) === 0,
    link: !hasLink,
    role: perk.roleId === undefined,
  }[perk.reward];
  return [text(t(`perks.panel.next.${missing ? perk.reward : 'open'}`))];
}

function rolePicker({ id, roleId }: Perk, t: Translate) {
  return row(
    roleSelect({
      id: rewardRoleId.build({ perk: id }),
      placeholder: t('perks.panel.pickRole'),
      chosen: roleId === undefined ? [] : [roleId],
    }),
  );
}

function conditionLines(conditions: readonly Condition[], t: Translate): string {
  const lines =
    conditions.length === 0
      ? [t('perks.conditions.everybody')]
      : conditions.map((each, index) => `${index + 1}. ${conditionText(each, t)}`);
  return [t('perks.show.takes'), ...lines].join('\n');
}

/** `add-<kind>` opens a form or adds at once, `remove-<kind>` or `remove-role-<id>` takes one away. */
function conditionPicker({ id, conditions }: Perk, t: Translate) {
  const has = (kind: Condition['kind']) => conditions.findIndex((each) => each.kind === kind);
  const full = conditions.length >= perkLimits.conditions;
  const acts = countedActs.flatMap((act) => {
    const index = has(act);
    const known = conditions[index];
    if (!known) return full ? [] : [{ value: `add-${act}`, label: t(`perks.panel.add.${act}`), emoji: '➕' }];
    const words = { number: String(index + 1), condition: plainCondition(known, t) };
    return [{ value: `add-${act}`, label: t('perks.panel.change', words), emoji: '✏️' }];
  });
  const role = { value: 'add-role', label: t('perks.panel.add.role'), emoji: '➕' };
  const picked = { value: 'add-hand-picked', label: t('perks.panel.add.hand-picked'), emoji: '➕' };
  const removals = conditions.map((each, index) => ({
    value: `remove-${conditionKey(each)}`,
    label: t('perks.panel.remove', { number: String(index + 1), condition: plainCondition(each, t) }),
    emoji: '➖',
  }));
  return row(
    select({
      id: conditionId.build({ perk: id }),
      placeholder: t('perks.panel.pickCondition'),
      options: [
        ...acts,
        ...(full ? [] : [role]),
        ...(full || has('hand-picked') >= 0 ? [] : [picked]),
        ...removals,
      ],
    }),
  );
}

/** What tells a condition from the others of a perk. */
export function conditionKey(condition: Condition): string {
  return condition.kind === 'role' ? `role-${condition.roleId}` : condition.kind;
}

function changes({ id, reward, status }: Perk, hasLink: boolean, t: Translate) {
  const form = (which: Parameters<typeof formId.build>[0]['form'], label: string, emoji: string) =>
    button({ id: formId.build({ perk: id, form: which }), label, emoji });
  const words = (key: 'edit' | 'codes' | 'link' | 'linkAgain' | 'stock' | 'grant') =>
    t(`perks.panel.buttons.${key}`);
  return [
    form('edit', words('edit'), '✏️'),
    ...(reward === 'codes' ? [form('codes', words('codes'), '📥')] : []),
    ...(reward === 'link' ? [form('link', words(hasLink ? 'linkAgain' : 'link'), '🔗')] : []),
    ...(reward === 'codes' ? [] : [form('stock', words('stock'), '🔢')]),
    ...(status === 'open' ? [form('grant', words('grant'), '🤝')] : []),
  ];
}

function steps({ id, status }: Perk, t: Translate) {
  const step = (
    action: 'open' | 'pause' | 'end' | 'post',
    style: 'success' | 'secondary' | 'danger',
    emoji?: string,
  ) =>
    button({
      id: stepId.build({ perk: id, action }),
      label: t(`perks.panel.buttons.${action}`),
      style,
      emoji,
    });
  switch (status) {
    case 'draft':
      return [row(step('open', 'success'), step('end', 'danger'))];
    case 'open':
      return [row(step('post', 'secondary', '📌'), step('pause', 'secondary', '⏸️'), step('end', 'danger'))];
    case 'paused':
      return [row(step('open', 'success'), step('post', 'secondary', '📌'), step('end', 'danger'))];
    case 'ended':
      return [];
    default:
      return status satisfies never;
  }
}

/** Asked before it ends for good. */
export function endQuestion(perk: Perk, t: Translate): MessageBody {
  const words = t('perks.panel.endAsk', { name: nameText(perk) });
  const yes = button({
    id: stepId.build({ perk: perk.id, action: 'end-now' }),
    label: t('perks.panel.endNow'),
    style: 'danger',
  });
  return {
    components: [container([text(words), row(yes, backButton(perk, 'end', t('perks.panel.endNot')))])],
  };
}

/** Leads to the panel. */
export function backButton({ id }: Pick<Perk, 'id'>, on: 'receipt' | 'end' | 'codes', label: string) {
  return button({ id: panelId.build({ perk: id, on }), label });
}
