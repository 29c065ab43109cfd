import type { MessageBody } from '../../discord/interaction.ts';
import { limits } from '../../discord/limits.ts';
import { button, container, linkButton, row, text } from '../../discord/ui.ts';
import { stamp } from '../../discord/words.ts';
import type { Translate } from '../../i18n/translate.ts';
import { escapeMarkdown, stripBidi } from '../../shared/text.ts';
import { mineId } from './custom-ids.ts';
import type { ClaimOutcome } from './ports.ts';
import { nameText, perkColour } from './words-views.ts';

/** What somebody got, for them alone: the one place where a code or link appears. */
export function claimedView(outcome: ClaimOutcome, t: Translate): MessageBody {
  const all = button({ id: mineId.build({ on: 'claim' }), label: t('perks.show.all') });
  const parts = outcome.kind === 'role' ? roleParts(outcome, t) : secretParts(outcome, t);
  return {
    components: [container([...parts.texts, row(...parts.buttons, all)], { accent: perkColour })],
  };
}

function secretParts(outcome: Extract<ClaimOutcome, { kind: 'secret' }>, t: Translate) {
  const { perk, claim, secret, first } = outcome;
  const name = nameText(perk);
  const heading = first
    ? t(perk.reward === 'link' ? 'perks.claimed.firstLink' : 'perks.claimed.first', { name })
    : t('perks.claimed.again', { name, at: stamp(claim.claimedAt, 'D') });
  return {
    texts: [text(heading), text(secretText(secret)), text(t('perks.claimed.keep'))],
    buttons: isAddress(secret) ? [linkButton({ url: secret, label: t('perks.claimed.openLink') })] : [],
  };
}

function roleParts({ perk, first }: Extract<ClaimOutcome, { kind: 'role' }>, t: Translate) {
  const role = `<@&${perk.roleId ?? '0'}>`;
  const words = t(first ? 'perks.claimed.role' : 'perks.claimed.roleAgain', { name: nameText(perk), role });
  const stays = perk.conditions.length > 0 ? [text(t('perks.claimed.roleStays'))] : [];
  return { texts: [text(words), ...stays], buttons: [] };
}

/** In a block of its own, which can be copied with one touch; not where its own characters would end the block. */
function secretText(secret: string): string {
  const clean = stripBidi(secret);
  return clean.includes('`') ? escapeMarkdown(clean) : `\`\`\`\n${clean}\n\`\`\``;
}

function isAddress(secret: string): boolean {
  return secret.length <= limits.buttonUrl && /^https:\/\/\S+$/u.test(secret) && URL.canParse(secret);
}
