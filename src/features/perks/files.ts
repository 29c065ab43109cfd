import type { OutgoingFile, Reply } from '../../discord/interaction.ts';
import { file, text } from '../../discord/ui.ts';
import type { Translate } from '../../i18n/translate.ts';
import { toCsv, toCsvWithin } from '../../shared/csv.ts';
import type { Perk } from './model.ts';
import type { LedgerLine } from './ports.ts';
import { nameText } from './words-views.ts';

/** What Discord takes from everybody, with room to spare. */
const MOST_BYTES = 9 * 1024 * 1024;

/** The ledger as a table; never a code. */
export function ledgerReply(lines: readonly LedgerLine[], t: Translate): Reply {
  const heading = (['at', 'perk', 'what', 'member', 'by', 'reason', 'count'] as const).map((key) =>
    t(`perks.ledger.${key}`),
  );
  const rows = lines.map(({ at, perkName, kind, userId = '', by = '', reason, count }) => [
    new Date(at).toISOString(),
    perkName,
    t(`perks.ledger.kinds.${kind}`),
    userId,
    by,
    reason,
    count,
  ]);
  const { csv, left } = toCsvWithin([heading, ...rows], MOST_BYTES);
  const words = [t('perks.ledger.done'), ...(left === 0 ? [] : [t('perks.ledger.cut', { left })])];
  return withFile(words.join('\n'), `${t('perks.ledger.fileName')}.csv`, csv);
}

/** Codes that nobody claimed: the file is all there is of them outside the store. */
export function unclaimedReply(perk: Perk, codes: readonly string[], t: Translate): Reply {
  const name = nameText(perk);
  if (codes.length === 0) {
    const components = [text(t('perks.unclaimed.none', { name }))];
    return { kind: 'reply', ephemeral: true, body: { components } };
  }
  const csv = toCsv([[t('perks.unclaimed.heading')], ...codes.map((code) => [code])]);
  const words = t('perks.unclaimed.done', { count: codes.length, name });
  return withFile(words, `${t('perks.unclaimed.fileName')}.csv`, csv);
}

function withFile(words: string, name: string, csv: string): Reply {
  const attached: OutgoingFile = {
    name,
    data: Buffer.from(csv, 'utf8'),
    contentType: 'text/csv; charset=utf-8',
  };
  return {
    kind: 'reply',
    ephemeral: true,
    body: { components: [text(words), file(name)] },
    files: [attached],
  };
}
