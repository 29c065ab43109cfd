import type { Call, OutgoingFile, Reply } from '../../discord/interaction.ts';
import { file, text } from '../../discord/ui.ts';
import type { Translate } from '../../i18n/translate.ts';
import type { AmaExportWords, Transcript } from './ports.ts';
import { about } from './press.ts';
import type { AmaSurfaceDeps } from './surface-types.ts';
import { transcriptMarkdown } from './transcript-file.ts';
import { transcriptFileName } from './transcript-views.ts';

/** The transcript to read (for everybody), or all questions as a table (for host and staff). */
export async function fileReply(
  deps: AmaSurfaceDeps,
  call: Call,
  amaId: number,
  as: 'csv' | 'markdown',
): Promise<Reply> {
  const { amas } = deps;
  const { t } = call;
  if (as === 'csv') {
    const { fileName, csv } = amas.exportCsv({ ...about(call), amaId, words: exportWords(t) });
    return sent(t('amas.export.done'), {
      name: fileName,
      data: Buffer.from(csv, 'utf8'),
      contentType: 'text/csv; charset=utf-8',
    });
  }
  const ama = amas.ama({ ...about(call), amaId });
  const transcript = amas.transcript(amaId);
  const names = await deps.namesOf(call.guildId, peopleOf(transcript));
  return sent(t('amas.export.markdown'), {
    name: transcriptFileName(ama, t),
    data: Buffer.from(
      transcriptMarkdown(transcript, (id) => names.get(id), t),
      'utf8',
    ),
    contentType: 'text/markdown; charset=utf-8',
  });
}

/** Everybody whom the file names: never somebody who asked without a name. */
export function peopleOf({ ama, topics, parked }: Transcript): string[] {
  const questions = [...topics.flatMap((topic) => topic.questions), ...parked];
  const ids = questions.flatMap(({ anonymous, askerId, answer }) => [
    ...(anonymous ? [] : [askerId]),
    ...(answer ? [answer.by] : []),
  ]);
  return [...new Set([...ama.guestIds, ...ids])];
}

function sent(words: string, attached: OutgoingFile): Reply {
  return {
    kind: 'reply',
    ephemeral: true,
    body: { components: [text(words), file(attached.name)] },
    files: [attached],
  };
}

export function exportWords(t: Translate): AmaExportWords {
  return {
    number: t('amas.export.number'),
    status: t('amas.export.status'),
    question: t('amas.export.question'),
    original: t('amas.export.original'),
    tag: t('amas.export.tag'),
    asker: t('amas.export.asker'),
    anonymous: t('amas.export.anonymous'),
    supports: t('amas.export.supports'),
    alsoAsked: t('amas.export.alsoAsked'),
    askedAt: t('amas.export.askedAt'),
    answer: t('amas.export.answer'),
    answeredBy: t('amas.export.answeredBy'),
    answeredAt: t('amas.export.answeredAt'),
    declineReason: t('amas.export.declineReason'),
  };
}
