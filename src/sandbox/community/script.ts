/**
 * Conversations are written like a play. Blocks are separated by an empty line:
 *
 *     (thread: Kettle shoot-out)          optional: what follows the first line happens in a thread
 *     a: Is a gooseneck worth it? {👀4}    a speaker, what they say, the reactions it gets
 *     b > a: For light roasts, yes.       b answers a's last line
 *
 * A speaker is a user name, `mod`, or a letter for some member, the same one throughout the block. A block
 * in a forum starts with `(post: Title | Tag, Tag)`. A reaction is an emoji or the name of one of the guild's
 * own, and a count.
 */
export interface Block {
  /** The name of the thread or forum post, if there is one. */
  title: string | undefined;
  tags: string[];
  lines: Line[];
}

export interface Line {
  speaker: string;
  /** Whose last line this answers. */
  answers: string | undefined;
  text: string;
  reactions: { emoji: string; count: number }[];
}

/** Throws if a line does not follow the form: the texts are part of the program. */
export function parseScript(script: string): Block[] {
  return script.trim().split(/\n\n+/).map(parseBlock);
}

function parseBlock(block: string): Block {
  const lines = block.split('\n');
  const header = /^\((?:thread|post): ([^|]+?)(?: \| (.+))?\)$/.exec(lines[0] ?? '');
  return {
    title: header?.[1],
    tags: header?.[2]?.split(', ') ?? [],
    lines: (header ? lines.slice(1) : lines).map(parseLine),
  };
}

function parseLine(line: string): Line {
  const match = /^([\w.]+)(?: > ([\w.]+))?: (.+?)(?: \{([^}]+)\})?$/u.exec(line);
  if (!match?.[1] || !match[3]) throw new Error(`not a line of a script: ${line}`);
  return { speaker: match[1], answers: match[2], text: match[3], reactions: parseReactions(match[4]) };
}

function parseReactions(list: string | undefined): Line['reactions'] {
  return (list?.split(' ') ?? []).map((entry) => {
    const match = /^(\D+)(\d+)$/u.exec(entry);
    if (!match?.[1]) throw new Error(`not a reaction: ${entry}`);
    return { emoji: match[1], count: Number(match[2]) };
  });
}
