import type { Id } from './types.ts';

/** Option type numbers, as in Discord's reference. */
export const O = {
  Subcommand: 1,
  Group: 2,
  String: 3,
  Integer: 4,
  Boolean: 5,
  User: 6,
  Channel: 7,
  Role: 8,
  Mentionable: 9,
  Number: 10,
  Attachment: 11,
} as const;

export interface CommandChoice {
  name: string;
  value: string | number;
}

export interface CommandOption {
  type: number;
  name: string;
  description: string;
  required?: boolean;
  choices?: CommandChoice[];
  options?: CommandOption[];
  autocomplete?: boolean;
  min_value?: number;
  max_value?: number;
  min_length?: number;
  max_length?: number;
  channel_types?: number[];
}

export interface Command {
  id: Id;
  application_id: Id;
  /** 1 chat, 2 user, 3 message */
  type?: number;
  name: string;
  description: string;
  options?: CommandOption[];
}

export interface Application {
  id: Id;
  name: string;
  description?: string;
  icon?: string | null;
  bot?: { id: Id; username: string; avatar?: string | null };
  bot_id?: Id;
}

export interface CommandIndex {
  applications: Application[];
  application_commands: Command[];
}

/** An option as it is sent to the interaction route. */
export interface SentOption {
  type: number;
  name: string;
  value?: string | number | boolean;
  focused?: boolean;
  options?: SentOption[];
}
