import type { Call, MessageBody, Reply } from '../../discord/interaction.ts';
import { missing, permissionWords } from '../../discord/permissions.ts';
import { privately, sentence } from '../../discord/press.ts';
import { UserError } from '../../shared/user-error.ts';
import { PREVIEW } from './custom-ids.ts';
import { digestView } from './digest-views.ts';
import { explainView } from './explain-views.ts';
import { exportReply } from './files.ts';
import { historyView, PAGE, pagesOf } from './history-views.ts';
import type { DigestContent } from './model.ts';
import { picturesIn } from './pictures.ts';
import type { DigestSurfaceDeps } from './ports.ts';
import { by, requireManager, worded } from './press.ts';
import { reportMonths, showReport } from './report-actions.ts';
import { scheduleView } from './schedule-views.ts';

/** Pictures are files. Reading back is how a post is found that may have arrived. */
export const needed = ['ViewChannel', 'SendMessages', 'ReadMessageHistory', 'AttachFiles'] as const;
/** A year of weeks, and this one. */
const EXPORTED = 53;

export type DigestActions = ReturnType<typeof digestActions>;

/** What `/digest` does. */
export function digestActions(deps: DigestSurfaceDeps) {
  const managed =
    <More extends unknown[]>(run: (call: Call, ...more: More) => Promise<Reply> | Reply) =>
    (call: Call, ...more: More) =>
      worded(call.t, () => {
        requireManager(deps, call);
        return run(call, ...more);
      });

  return {
    now: managed(async (call) => {
      const { channelId, appPermissions, t } = call;
      const lacking = missing(appPermissions, needed);
      const channel = `<#${channelId}>`;
      if (lacking.length > 0) {
        const permissions = permissionWords(t, lacking);
        return privately(sentence(t('digest.schedule.missing', { channel, permissions })));
      }
      await deps.postNow({ ...by(call), channelId });
      return privately(sentence(t('digest.now', { channel })));
    }),
    preview: managed(async (call) => {
      const { guildId, now } = call;
      const t = deps.digestT(guildId);
      const content = await deps.maker.preview(guildId, now);
      const files = await deps.draw.digest(content, t);
      const shown = { guildId, digestId: PREVIEW, content, pictures: picturesIn(files) };
      return { kind: 'reply', ephemeral: true, body: digestView(shown, t), files };
    }),
    report: managed((call, month: string | undefined) => showReport(deps, call, month)),
    months: (call: Call, typed: string) => reportMonths(deps, call, typed),
    schedule: managed((call) => privately(scheduleBody(deps, call))),
    history: managed((call) => privately(historyBody(deps, call, 0))),
    export: managed(async (call) =>
      exportReply(await deps.maker.numbers(call.guildId, call.now, EXPORTED), call.t),
    ),
    explain: managed((call) => privately(explainView('growth', call.t))),
  };
}

export function scheduleBody({ digests, policy }: DigestSurfaceDeps, call: Call, note?: string): MessageBody {
  const { guildId, now, t } = call;
  const state = {
    settings: digests.settings(guildId),
    nextAt: digests.nextAt(guildId, now),
    timeZone: policy.timeZone(guildId),
  };
  return scheduleView(state, t, note);
}

/** A page beyond the last is the last. */
export function historyBody({ digests }: DigestSurfaceDeps, { guildId, t }: Call, page: number): MessageBody {
  const { total } = digests.history(guildId, { limit: 0, offset: 0 });
  const shown = Math.min(page, pagesOf(total) - 1);
  const found = digests.history(guildId, { limit: PAGE, offset: shown * PAGE });
  return historyView({ guildId, ...found, page: shown }, t);
}

/** What a digest says; of a preview, what it would say now. */
export async function contentOf(
  { digests, maker }: DigestSurfaceDeps,
  { guildId, now }: Call,
  digestId: number,
): Promise<DigestContent> {
  if (digestId === PREVIEW) return maker.preview(guildId, now);
  const content = digests.find(guildId, digestId)?.content;
  if (!content) throw new UserError('digest.refusals.not-found');
  return content;
}
