/** Something that a member knowingly did inside Hearth. */
export interface DoneAct {
  guildId: string;
  userId: string;
  kind: 'votes' | 'supports' | 'ideas' | 'questions' | 'shoutouts';
  /** UTC ms. */
  at: number;
}

/** Hears of acts within the write that keeps them, each once; whoever counts them listens. */
export type OnAct = (act: DoneAct) => void;

export const unheard: OnAct = () => undefined;
