import type { MessageBody, OutgoingFile } from '../../discord/interaction.ts';
import { postOnce } from '../../discord/post-once.ts';
import type { Delivery, Once } from '../../shared/delivery.ts';
import { answerMark, answerView, pictureNames } from './answer-views.ts';
import type { AmaMessagesDeps } from './messages-deps.ts';
import type { Ama, Answer, Question } from './model.ts';
import { receiptMark, receiptView } from './receipt-views.ts';
import { transcriptMarkdown } from './transcript-file.ts';
import { editTranscript } from './transcript-messages.ts';
import { transcriptFileName, transcriptMark, transcriptViews } from './transcript-views.ts';

/** What stays readable in the thread of an AMA; in its channel, where there is no thread. */
export interface AnswerMessages {
  answer(
    ama: Ama,
    answered: { question: Question; answer: Answer },
    once: Once,
  ): Promise<Delivery<{ messageId: string }>>;
  /** All parts with the file, and the receipt. Tells the first part. */
  transcript(ama: Ama, once: Once): Promise<Delivery<{ messageId: string }>>;
  /** The same once more, in place: something was answered later. `gone`: it stands nowhere any more. */
  transcriptAgain(ama: Ama): Promise<Delivery>;
}

interface Said {
  body: MessageBody;
  mark: string;
  once: Once;
  files?: readonly OutgoingFile[];
}

export function answerMessages(deps: AmaMessagesDeps): AnswerMessages {
  const { amas, messenger, guildT } = deps;

  const say = async (
    { id, threadId, channelId, messageId }: Ama,
    said: Said,
  ): Promise<Delivery<{ messageId: string }>> => {
    if (threadId !== undefined) {
      const delivery = await postOnce(messenger, { ...said, channelId: threadId });
      if (delivery.kind !== 'gone') return delivery;
      // Deleted while nobody listened.
      await deps.place(id, { threadId: undefined });
    }
    return postOnce(messenger, { ...said, channelId, replyTo: messageId });
  };

  /** Attach Files may be missing: the words still go out. */
  const sayWithFiles = async (
    ama: Ama,
    full: Said,
    plain: () => MessageBody,
  ): Promise<Delivery<{ messageId: string }>> => {
    const first = await say(ama, full);
    if (first.kind !== 'forbidden' || !full.files?.length) return first;
    return say(ama, { body: plain(), mark: full.mark, once: { ...full.once, nonce: `${full.once.nonce}p` } });
  };

  const fileOf = async (ama: Ama): Promise<OutgoingFile> => {
    const t = guildT(ama.guildId);
    const transcript = amas.transcript(ama.id);
    const questions = [...transcript.topics.flatMap(({ questions: each }) => each), ...transcript.parked];
    const ids = questions.flatMap(({ anonymous, askerId, answer }) => [
      ...(anonymous ? [] : [askerId]),
      ...(answer ? [answer.by] : []),
    ]);
    // Those who answered first: not everybody's name may be told.
    const names = await deps.namesOf(ama.guildId, [...new Set([...ids, ama.hostId, ...ama.guestIds])]);
    const data = Buffer.from(
      transcriptMarkdown(transcript, (id) => names.get(id), t),
      'utf8',
    );
    return { name: transcriptFileName(ama, t), data, contentType: 'text/markdown' };
  };

  return {
    answer(ama, { question, answer }, once) {
      const t = guildT(ama.guildId);
      const names = pictureNames(amas.images(question.id));
      const files = amas
        .images(question.id)
        .map(({ data, contentType }, index) => ({ name: names[index] ?? '', data, contentType }));
      const body = answerView(question, answer, t, names);
      const mark = answerMark(question);
      return sayWithFiles(ama, { body, mark, once, files }, () => answerView(question, answer, t));
    },
    transcriptAgain: (ama) => editTranscript(deps, ama, { file: () => fileOf(ama), t: guildT(ama.guildId) }),
    async transcript(ama, { nonce, mayHaveHappened }) {
      const t = guildT(ama.guildId);
      const transcript = amas.transcript(ama.id);
      const parts = transcriptViews(transcript, t);
      let first: string | undefined;
      for (const [index, body] of parts.entries()) {
        const once = { nonce: `${nonce}${index}`, mayHaveHappened };
        const mark = transcriptMark(ama, index);
        const files = index === 0 ? [await fileOf(ama)] : [];
        const bare = () => transcriptViews(transcript, t, { file: false })[index] ?? body;
        const posted = await sayWithFiles(ama, { body, mark, once, files }, bare);
        if (posted.kind !== 'sent') return posted;
        first ??= posted.messageId;
      }
      const receipt = receiptView(ama, amas.receipt(ama.id), t);
      const once = { nonce: `${nonce}r`, mayHaveHappened };
      const posted = await say(ama, { body: receipt, mark: receiptMark(ama), once });
      return posted.kind === 'sent' ? { kind: 'sent', messageId: first ?? posted.messageId } : posted;
    },
  };
}
