import type { MessageBody } from '../../discord/interaction.ts';
import { button, row, text } from '../../discord/ui.ts';
import { shown, stamp } from '../../discord/words.ts';
import type { Translate } from '../../i18n/translate.ts';
import type { Perk } from './model.ts';
import type { PerkAlert } from './ports.ts';
import { panelId } from './private-custom-ids.ts';
import { leftOf, nameText } from './words-views.ts';

/** Why a role cannot be given or taken. `other`: in Discord's words. */
export type RoleReason =
  | { kind: 'above' | 'permission' | 'full' | 'gone' }
  | { kind: 'other'; reason: string };

/** What the people who run the server hear. */
export type PerkNote =
  | { kind: PerkAlert; perk: Perk }
  | { kind: 'cannot-post' | 'cannot-update'; perk: Perk; channelId: string; reason: string }
  | { kind: 'no-channel'; perk: Perk }
  | { kind: 'cannot-give' | 'cannot-take'; perk: Perk; userId: string; why: RoleReason }
  | { kind: 'wrong-key' | 'no-key' };

export function noteView(note: PerkNote, t: Translate): MessageBody {
  const words = text(noteText(note, t));
  if (!('perk' in note)) return { components: [words] };
  const id = panelId.build({ perk: note.perk.id, on: 'list' });
  return { components: [words, row(button({ id, label: t('perks.notes.open') }))] };
}

/** How it is known again: its words, which stand for a state. */
export function noteText(note: PerkNote, t: Translate): string {
  if (!('perk' in note)) return t(`perks.notes.${note.kind}`);
  const { perk } = note;
  const name = nameText(perk);
  const left = leftOf(perk);
  switch (note.kind) {
    case 'low-stock':
      return t(perk.reward === 'codes' ? 'perks.notes.low-stock' : 'perks.notes.lowPlaces', {
        name,
        left: left ?? 0,
      });
    case 'none-left':
      return t(perk.reward === 'codes' ? 'perks.notes.none-left' : 'perks.notes.nonePlaces', { name });
    case 'expires-soon': {
      const at = stamp(perk.expiresAt ?? 0, 'R');
      if (left === undefined) return t('perks.notes.expiresUnlimited', { name, at });
      return t('perks.notes.expires-soon', { name, at, left });
    }
    case 'cannot-post':
    case 'cannot-update':
      return t(`perks.notes.${note.kind}`, {
        name,
        channel: `<#${note.channelId}>`,
        reason: shown(note.reason, 200),
      });
    case 'no-channel':
      return t('perks.notes.no-channel', { name });
    case 'cannot-give':
    case 'cannot-take':
      return t(`perks.notes.${note.kind}`, {
        name,
        member: `<@${note.userId}>`,
        role: `<@&${perk.roleId ?? '0'}>`,
        reason: roleReasonText(note.why, t),
      });
    default:
      return note satisfies never;
  }
}

function roleReasonText(why: RoleReason, t: Translate): string {
  if (why.kind === 'other') return t('perks.notes.reasons.other', { reason: shown(why.reason, 200) });
  return t(`perks.notes.reasons.${why.kind}`);
}
