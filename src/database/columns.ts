import { integer } from 'drizzle-orm/sqlite-core';

/** A moment: UTC milliseconds. */
export const instant = (name: string) => integer(name);
