import { section, text } from '../../discord/ui.ts';
import { shown } from '../../discord/words.ts';
import type { Translate } from '../../i18n/translate.ts';
import type { Category, GoalBasis, IdeaSettings } from './model.ts';
import { ideaSettingsLimits } from './settings-rules.ts';

/** What the panel shows. */
export interface IdeaSetupState {
  settings: IdeaSettings;
  /** How active the server is now. */
  activity: GoalBasis;
  /** Where the team hears of ideas: their own channel, or the one for notices. */
  staffChannelId: string | undefined;
}

export function heading(title: string, help: string) {
  return text(`**${title}**\n-# ${help}`);
}

/** A title and lines at the left, what changes them at the right. */
export function block(title: string, lines: readonly string[], accessory: Parameters<typeof section>[1]) {
  return section(`**${title}**\n${lines.join('\n')}`, accessory);
}

/** `5 % in 14 days`, which `parseLadder` reads. */
export function stepWords({ percent, days }: IdeaSettings['ladder'][number], t: Translate): string {
  const share = new Intl.NumberFormat(t.locale, { maximumFractionDigits: 2, useGrouping: false });
  return t('ideasSetup.goals.step', { percent: share.format(percent), days });
}

/** Emoji and name, escaped; they stay on one line. */
export function categoryWords({ name, emoji }: Category): string {
  const words = shown(name, ideaSettingsLimits.categoryName * 2);
  return emoji === undefined ? words : `${emoji}\u00A0${words}`;
}
