import type { MessageBody } from '../../discord/interaction.ts';
import { button, container, row, text } from '../../discord/ui.ts';
import { quoted, shown, shownText } from '../../discord/words.ts';
import type { Translate } from '../../i18n/translate.ts';
import { browseId } from './custom-ids.ts';
import type { AskOutcome } from './ports.ts';
import { ownButtons } from './question-card-views.ts';

/** What became of a question that was just asked, and how its asker hears of it. `lost`: pictures that are not with it. */
export function askedView(
  { question, first }: AskOutcome,
  lost: readonly string[],
  t: Translate,
): MessageBody {
  const { number, status, anonymous, notify, amaId } = question;
  const words = { number: String(number) };
  const said = !first
    ? t('amas.own.again', words)
    : t(status === 'pending' ? 'amas.own.pending' : 'amas.own.approved', words);
  const remarks = [
    ...lost.map((name) => `⚠️ ${t('amas.own.pictureLost', { name: shown(name, 120) })}`),
    ...(anonymous ? [t('amas.own.unnamed')] : []),
    t(notify ? 'amas.own.hears' : 'amas.own.silent'),
  ];
  return {
    components: [
      container([
        text(said),
        text(quoted(shownText(question.text, 1_500))),
        text(remarks.join('\n')),
        row(
          button({ id: browseId.build({ ama: amaId, on: 'show' }), label: t('amas.show.questions') }),
          ...ownButtons(question, status === 'pending' || status === 'approved', t),
        ),
      ]),
    ],
  };
}
