import type { User } from '../api/types.ts';
import type { State } from './model.ts';

/** The bot behind an application, as well as the page knows it. Often both have the same id. */
export function applicationUser(state: State, applicationId: string | undefined): User {
  const application = Object.values(state.commands)
    .flatMap((index) => index.applications)
    .find((item) => item.id === applicationId);
  const botId = application?.bot?.id ?? application?.bot_id ?? applicationId ?? '0';
  const known = state.users[botId];
  return (
    known ?? { id: botId, username: application?.bot?.username ?? application?.name ?? 'App', bot: true }
  );
}
