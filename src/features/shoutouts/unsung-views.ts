import type { MessageBody } from '../../discord/interaction.ts';
import { button, container, section, separator, text } from '../../discord/ui.ts';
import type { Translate } from '../../i18n/translate.ts';
import { thankId } from './custom-ids.ts';
import { UNSUNG_MS } from './ports.ts';
import type { Unsung } from './result-types.ts';
import { thanksColour } from './words-views.ts';

const DAY_MS = 86_400_000;
/** Three components each, of Discord's 40. */
const MOST = 10;

/** For staff: an offer to say thanks. Nothing of it is kept. */
export function unsungView(people: readonly Unsung[], t: Translate): MessageBody {
  const title = t('shoutouts.unsung.title');
  if (people.length === 0) {
    return {
      components: [container([text(`${title}\n${t('shoutouts.unsung.none')}`)], { accent: thanksColour })],
    };
  }
  const intro = t('shoutouts.unsung.about', { days: String(UNSUNG_MS / DAY_MS) });
  return {
    components: [
      container(
        [
          text(`${title}\n${intro}`),
          separator(),
          ...people.slice(0, MOST).map((each) => section(lineText(each, t), thankButton(each, t))),
          text(t('shoutouts.unsung.transient')),
        ],
        { accent: thanksColour },
      ),
    ],
  };
}

function lineText({ userId, replies, reactions }: Unsung, t: Translate): string {
  const what = [
    ...(replies > 0 ? [t('shoutouts.unsung.replies', { count: replies })] : []),
    ...(reactions > 0 ? [t('shoutouts.unsung.reactions', { count: reactions })] : []),
  ].join(' · ');
  return t('shoutouts.unsung.line', { who: `<@${userId}>`, what });
}

function thankButton({ userId }: Unsung, t: Translate) {
  return button({
    id: thankId.build({ user: userId, on: 'unsung', kind: '' }),
    label: t('shoutouts.unsung.thank'),
    emoji: '🙌',
  });
}
