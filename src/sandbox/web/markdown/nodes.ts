/** What Discord's markdown can say. */
export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'emoji'; text: string }
  | { kind: 'custom-emoji'; name: string; id: string; animated: boolean }
  | { kind: 'bold' | 'italic' | 'underline' | 'strike' | 'spoiler'; children: Inline[] }
  | { kind: 'code'; text: string }
  | { kind: 'link'; url: string; title?: string; children: Inline[] }
  | { kind: 'user' | 'role' | 'channel'; id: string }
  | { kind: 'everyone'; text: string }
  | { kind: 'guild-link'; text: string }
  | { kind: 'command'; name: string; id: string }
  | { kind: 'time'; at: number; style: string }
  | { kind: 'break' };

export interface ListItem {
  children: Inline[];
  nested?: Block;
}

export type Block =
  | { kind: 'paragraph'; children: Inline[] }
  | { kind: 'heading'; level: number; children: Inline[] }
  | { kind: 'subtext'; children: Inline[] }
  | { kind: 'quote'; children: Block[] }
  | { kind: 'code-block'; language: string; text: string }
  | { kind: 'list'; ordered: boolean; start: number; items: ListItem[] };
