import type { MessageBody } from '../../discord/interaction.ts';
import { button, container, row, text } from '../../discord/ui.ts';
import type { Translate } from '../../i18n/translate.ts';
import type { Idea } from './model.ts';
import { mergeNowId, type PanelAction, panelId } from './private-custom-ids.ts';
import { nameOf } from './words-views.ts';

/** The author, without their name: staff acts on what was written. */
export function authorView(
  idea: Idea,
  options: { hidden: boolean; mayReveal: boolean; note?: string | undefined },
  t: Translate,
): MessageBody {
  const { hidden, mayReveal, note } = options;
  const action = (name: PanelAction, label: string) =>
    button({ id: panelId.build({ idea: idea.id, action: name }), label });
  const words = [
    t('ideas.panel.authorTitle', { idea: nameOf(idea, t) }),
    t('ideas.panel.authorAbout'),
    ...(hidden ? [t('ideas.panel.authorHidden')] : []),
  ];
  return {
    components: [
      ...(note === undefined ? [] : [text(note)]),
      container([
        text(words.join('\n')),
        row(
          action('block', t('ideas.panel.block')),
          action('unblock', t('ideas.panel.unblock')),
          ...(hidden && mayReveal ? [action('reveal', t('ideas.panel.reveal'))] : []),
          action('show', t('ideas.panel.back')),
        ),
      ]),
    ],
  };
}

/** Asked first: it is written down. */
export function revealQuestion(idea: Idea, t: Translate): MessageBody {
  return {
    components: [
      container([
        text(t('ideas.panel.revealSure')),
        row(
          button({
            id: panelId.build({ idea: idea.id, action: 'reveal-now' }),
            label: t('ideas.panel.revealNow'),
            style: 'danger',
          }),
          button({ id: panelId.build({ idea: idea.id, action: 'author' }), label: t('ideas.panel.back') }),
        ),
      ]),
    ],
  };
}

/** Asked first: many people's support moves. */
export function mergeQuestion(source: Idea, target: Idea, t: Translate): MessageBody {
  return {
    components: [
      container([
        text(
          t('ideas.panel.mergeSure', {
            source: nameOf(source, t),
            target: nameOf(target, t),
            count: source.supporters,
          }),
        ),
        row(
          button({
            id: mergeNowId.build({ source: source.id, target: target.id }),
            label: t('ideas.panel.mergeNow'),
            style: 'primary',
          }),
          button({
            id: panelId.build({ idea: source.id, action: 'show' }),
            label: t('ideas.panel.back'),
          }),
        ),
      ]),
    ],
  };
}
