import type { APIGuildForumTag } from 'discord-api-types/v10';
import type { Forums, NewTag } from '../../discord/forum.ts';
import { limits } from '../../discord/limits.ts';
import { plain } from '../../discord/words.ts';
import type { Translate } from '../../i18n/translate.ts';
import { locales, translatorFor } from '../../i18n/translator.ts';
import type { Category, Idea, IdeaSettings, IdeaStatus } from './model.ts';
import { statusIcons } from './status-views.ts';
import type { ReportTrouble } from './trouble.ts';

/** Statuses that a post can be filtered by. The others are not public, or nobody looks for them. */
const tagged: readonly IdeaStatus[] = [
  'gathering',
  'in-review',
  'planned',
  'in-progress',
  'shipped',
  'declined',
  'expired',
  'merged',
];

/** The tags that a post should have, and all that Hearth puts on and takes off. */
export interface PostTags {
  ids: readonly string[];
  /** Those of `ids` that need no Manage Threads. */
  unmoderated: readonly string[];
  managed: ReadonlySet<string>;
  /** All that the forum has; undefined where nobody could look. */
  existing: ReadonlySet<string> | undefined;
}

export interface ForumTags {
  /** Never fails: where tags are full, forbidden or Discord does not answer, it goes on with what is there. */
  tagsFor(idea: Idea, forumId: string): Promise<PostTags>;
  /** The forum has changed: looked at again next time. */
  forget(forumId: string): void;
}

interface Known {
  available: readonly APIGuildForumTag[];
  /** Names that were asked for already, so that a full or forbidden forum is not asked at every post. */
  tried: Set<string>;
}

/**
 * The forum's tags for status and category. Missing ones are made, moderated, so that only staff and Hearth can
 * give them.
 */
export function forumTags(deps: {
  forums: Forums;
  settingsOf: (guildId: string) => IdeaSettings;
  guildT: (guildId: string) => Translate;
  report: ReportTrouble;
}): ForumTags {
  const { forums, report } = deps;
  const known = new Map<string, Known>();

  const lookAt = async (forumId: string): Promise<Known | undefined> => {
    const kept = known.get(forumId);
    if (kept) return kept;
    const asked = await forums.tags(forumId);
    if (!asked.ok) return undefined;
    const found = { available: asked.value, tried: new Set<string>() };
    known.set(forumId, found);
    return found;
  };

  const addMissing = async (forum: Known, wanted: readonly NewTag[], idea: Idea, forumId: string) => {
    const missing = wanted.filter(
      ({ name }) => !forum.tried.has(key(name)) && !find(forum.available, [name]),
    );
    if (missing.length === 0) return;
    for (const { name } of missing) forum.tried.add(key(name));
    const room = Math.max(0, limits.forumTags - forum.available.length);
    const [added, left] = [missing.slice(0, room), missing.slice(room)];
    const { guildId } = idea;
    if (left.length > 0) {
      report({ what: 'tags-full', guildId, channelId: forumId, tags: left.map(({ name }) => name) });
    }
    if (added.length === 0) return;
    const changed = await forums.addTags(forumId, forum.available, added);
    if (changed.ok) {
      forum.available = changed.value;
    } else if (changed.failure.kind === 'retry') {
      known.delete(forumId);
    } else {
      report({ what: 'tags-forbidden', guildId, channelId: forumId, tags: added.map(({ name }) => name) });
    }
  };

  return {
    async tagsFor(idea, forumId) {
      const { categories } = deps.settingsOf(idea.guildId);
      const forum = await lookAt(forumId);
      if (!forum) return { ids: [], unmoderated: [], managed: new Set(), existing: undefined };
      await addMissing(
        forum,
        wantedTags(categories, forum.available, deps.guildT(idea.guildId)),
        idea,
        forumId,
      );
      return choose(idea, categories, forum.available);
    },
    forget: (forumId) => void known.delete(forumId),
  };
}

/** Statuses first: where there is not enough room, categories can be done without. */
function wantedTags(
  categories: readonly Category[],
  available: readonly APIGuildForumTag[],
  t: Translate,
): NewTag[] {
  const statuses = tagged
    .filter((status) => !find(available, statusNames(status)))
    .map((status) => ({ name: t(`ideas.status.${status}`), emoji: statusIcons[status], moderated: true }));
  const named = categories.map(({ name, emoji }) => ({ name: tagName(name), emoji, moderated: true }));
  return [...statuses, ...named.filter(({ name }) => name !== '')];
}

function choose(
  idea: Idea,
  categories: readonly Category[],
  available: readonly APIGuildForumTag[],
): PostTags {
  const ofStatus = (status: IdeaStatus) =>
    tagged.includes(status) ? find(available, statusNames(status)) : undefined;
  const ofCategory = ({ name }: Category) => find(available, [tagName(name)]);
  const category = categories.find((each) => each.key === idea.category);
  const chosen = [ofStatus(idea.status), category && ofCategory(category)].filter((tag) => tag !== undefined);
  const managed = [...tagged.map(ofStatus), ...categories.map(ofCategory)].flatMap((tag) => tag?.id ?? []);
  return {
    ids: [...new Set(chosen.map(({ id }) => id))],
    unmoderated: [...new Set(chosen.filter((tag) => !tag.moderated).map(({ id }) => id))],
    managed: new Set(managed),
    existing: new Set(available.map(({ id }) => id)),
  };
}

/** A status tag counts in any language: the server may have changed its own. */
function statusNames(status: IdeaStatus): string[] {
  return locales.map((locale) => translatorFor(locale)(`ideas.status.${status}`));
}

function tagName(name: string): string {
  return plain(name, limits.tagName);
}

function key(name: string): string {
  return name.trim().toLocaleLowerCase('en');
}

function find(tags: readonly APIGuildForumTag[], names: readonly string[]): APIGuildForumTag | undefined {
  const keys = new Set(names.map(key));
  return tags.find(({ name }) => keys.has(key(name)));
}
