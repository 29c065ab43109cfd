import type { Texts } from '../../texts.ts';
import type { ideasPublic as english } from '../en/ideas-public.ts';

export const ideasPublic: Texts<typeof english> = {
  status: {
    queued: 'Wartet',
    gathering: 'Sammelt',
    'in-review': 'Wird geprüft',
    planned: 'Geplant',
    'in-progress': 'In Arbeit',
    shipped: 'Umgesetzt',
    declined: 'Abgelehnt',
    expired: 'Abgelaufen',
    merged: 'Zusammengeführt',
    withdrawn: 'Zurückgezogen',
  },

  card: {
    number: 'Idee {number}',
    unnumbered: 'Idee',
    byline: '{number} · von {author}',
    bylineCategory: '{number} · {category} · von {author}',
    anonymous: 'anonymem Mitglied',
    someone: 'einem Mitglied',
    suggested: '{author}, vorgeschlagen von {by}',
    broughtIn: 'einem Mitglied, vorgeschlagen von {by}',
    problem: 'Das Problem, das sie löst',
    update: 'Ergänzt {when}',
    picture: 'Bild {index} zu Idee {number}: {title}',
    cut: 'Der ganze Text steht hinter **Details**.',
    needed: '**{have} von {goal} nötig**, bei {basis}',
    neededPlain: '**{have} von {goal} nötig**',
    usedHearth:
      '{active, plural, one {# aktivem Mitglied} other {# aktiven Mitgliedern}} (wer Hearth in den letzten {days} Tagen benutzt hat)',
    tookPart:
      '{active, plural, one {# aktivem Mitglied} other {# aktiven Mitgliedern}} (wer in den letzten {days} Tagen mitgemacht hat)',
    ends: 'Endet {relative} ({full})',
    step: 'Stufe {step} von {steps}',
    next: 'Nächste Stufe: {goal} Unterstützende, dafür {days, plural, one {# weiterer Tag} other {# weitere Tage}}',
    last: 'Ab {goal} prüft das Team sie und antwortet öffentlich',
    supporters: '{count, plural, one {# Person dafür} other {# Personen dafür}}',
    reviewPromise: 'Das Ziel ist erreicht. Das Team antwortet bis {full} ({relative}).',
    review: 'Das Ziel ist erreicht. Das Team sieht sie sich an.',
    answer: 'Das Team sagt',
    reason: 'Der Grund',
    expired: 'Am Ende der Zeit waren es {have} von {goal}.',
    comeback: 'Sie kann eine zweite Chance bekommen, ab {full}.',
    merged: 'Sie lebt weiter in {idea}.',
    mergedSomewhere: 'Sie lebt in einer anderen Idee weiter.',
    withdrawn: 'Diese Idee wurde zurückgezogen.',
    queued: 'Das Team sieht sie sich an, bevor alle sie sehen.',
    support: 'Unterstützen',
    follow: 'Folgen',
    details: 'Details',
  },

  news: {
    title: 'Neues zu Idee {number}',
    statusChanged: '{icon} Neuer Stand: **{status}**.',
    rung: '🎉 Stufe {step} erreicht: {goal} sind dafür!',
    rungNext: 'Weiter geht es zu {goal}, bis {full} ({relative}).',
    rungLast:
      'Das war die letzte Stufe. Das Team prüft die Idee jetzt und antwortet bis {full} ({relative}).',
    edited: '✏️ Das Team hat den Text geändert.',
    updated: '➕ Nachtrag von der Person, von der die Idee ist:',
    merged:
      '🔀 Sie ist jetzt Teil von {idea}. Wer dafür war, ist nun dort dafür und kann bleiben oder gehen.',
    mergedHere:
      '🔀 {idea} ist jetzt Teil dieser Idee. {moved, plural, =0 {Alle von dort waren hier schon dafür.} one {Eine Person kam dazu.} other {# Personen kamen dazu.}}',
    mergeUntil: 'Die Person, von der sie ist, kann bis {full} Einspruch erheben; dann ist alles wie vorher.',
    mergeUndone: '↩️ Die Zusammenführung ist rückgängig gemacht. Alle unterstützen wieder, was vorher war.',
    secondChance:
      '🌱 Sie hat eine zweite Chance: bis {full} ({relative}). Alle, die dafür waren, sind noch da.',
    expired: '💤 Die Zeit ist um, mit {have} von {goal}. Danke an alle, die dafür waren.',
    overdue: '⏰ Die Antwort war bis {full} versprochen. Sie kommt zu spät, das Team ist erinnert.',
    following: '-# Für alle, die ihr folgen: {people}',
    more: '{people} und {count} weitere',
    keep: 'Weiter unterstützen',
    withdraw: 'Zurücknehmen',
    object: 'Sie ist von mir: Einspruch',
  },

  case: {
    title: 'Prüfung von Idee {number}: {title}',
    facts: '{supporters} · [zur Idee]({link})',
    factsPlain: '{supporters}',
    due: 'Eine Antwort ist bis {full} versprochen ({relative}).',
    closed: 'Diese Prüfung ist abgeschlossen: **{status}**.',
    gone: 'Diese Prüfung ist abgeschlossen.',
    have: '{have} von {need} Bewertungen',
    none: 'Noch hat sie niemand bewertet.',
    fit: 'Passung {value}',
    effort: 'Aufwand {value}',
    demand: 'Nachfrage {value}',
    cost: 'Kosten {value}',
    mean: 'Im Mittel: {scores}',
    score: '{reviewer}: {scores}',
    more: '{count, plural, one {und eine weitere Bewertung} other {und # weitere Bewertungen}}',
    scoreButton: 'Bewerten',
    planned: 'Einplanen',
    'in-progress': 'Anfangen',
    declined: 'Ablehnen',
    waiting:
      'Entschieden werden kann, sobald {need, plural, one {# Person} other {# Personen}} bewertet {need, plural, one {hat} other {haben}}.',
    overdue:
      '⏰ **Eine Antwort ist überfällig.** Idee {number}, „{title}“, sollte bis {full} eine Antwort haben ({relative}).',
    overdueHow: 'Hier bewerten und entscheiden: {link}',
    overdueHowPlain: 'Bewerten und entscheiden: `/idee zeigen`.',
  },

  receipt: {
    title: 'Gesagt, getan: Idee {number}',
    author: '💡 Die Idee: {author}',
    suggested: '💡 Die Idee: {author}, vorgeschlagen von {by}',
    anonymous: '💡 Die Idee: ein anonymes Mitglied',
    someone: '💡 Die Idee: ein Mitglied',
    broughtIn: '💡 Die Idee: ein Mitglied, vorgeschlagen von {by}',
    early: '🙌 Von Anfang an dafür: {people}',
    commenters: '💬 Mitgedacht: {people}',
    supporters:
      '{count, plural, =0 {Sie wurde auch ohne Unterstützung umgesetzt.} one {Eine Person hat sie möglich gemacht.} other {# Personen haben sie möglich gemacht.}}',
    role: 'Dafür gibt es {role}. Danke!',
    thanks: 'Danke euch allen.',
  },

  board: {
    title: 'Was aus euren Ideen wird',
    planned: '📅 Geplant',
    inProgress: '🔨 In Arbeit',
    shipped: '🚀 Umgesetzt',
    line: '{idea} · {supporters}',
    nothing: 'Gerade nichts.',
    more: '{count, plural, one {und eine weitere} other {und # weitere}}',
    hint: 'Hearth hält das aktuell. Selbst eine Idee? Tippe `/idee einreichen`.',
  },

  ledger: {
    title: 'Gesagt, getan',
    page: 'Seite {page}',
    line: '🚀 {idea} · {supporters}',
  },

  notes: {
    link: '{number}: {title}',
    queued: '⏳ **Eine Idee wartet auf euch.** Noch sieht sie sonst niemand.',
    published: '✅ {idea} ist öffentlich. Angesehen von {by}, {at}.',
    turnedDown: '🚫 Nicht angenommen von {by}, {at}.',
    queuedBy: 'Von {author}',
    queuedAnonymous: 'Von einem anonymen Mitglied',
    approve: 'Veröffentlichen',
    takeBack: 'Nicht annehmen',
    report: '🚩 **Gemeldet:** {idea}',
    reportBy: 'Von {by}',
    objection: '✋ **Einspruch** gegen die Zusammenführung von {idea}. Sie ist rückgängig gemacht.',
    revealed: '👁️ {by} hat nachgesehen, von wem {idea} ist, die anonym ist. Das steht im Verlauf.',
    lost: '🗑️ Der Beitrag zu {idea} wurde gelöscht. Ich habe ihn neu gepostet; nichts ist verloren.',
    lostClosed: '🗑️ Der Beitrag zu {idea} wurde gelöscht. Die Idee und wer dafür war sind noch da.',
    merge: '🔀 {by} hat {idea} zusammengeführt. Rückgängig machen geht bis {full}.',
    cannotPost:
      '⚠️ Ich kann {idea} nicht in {channel} posten: {reason}. Sie bleibt erhalten, und ich versuche es von selbst wieder, sobald ich darf.',
    noChannel:
      '⚠️ Ich kann {idea} nicht posten: Ihr Kanal ist weg oder nicht eingestellt. Sie bleibt erhalten; wählt in `/setup` einen Kanal.',
    cannotUpdate:
      '⚠️ Ich kann den Beitrag zu {idea} nicht aktualisieren: {reason}. Unterstützen geht weiter; ich versuche es von selbst wieder.',
    cannotTell:
      '⚠️ Ich kann im Thread von {idea} nicht schreiben: {reason}. Ich versuche es von selbst wieder.',
    cannotRole:
      '⚠️ Ich kann {role} nicht vergeben, für {idea}: {reason}. Meine eigene Rolle muss darüber stehen.',
    tagsForbidden:
      '🏷️ Ich darf in {channel} keine Tags anlegen, deshalb fehlen einige. Gebt mir dort **Kanäle verwalten** und **Threads verwalten**, oder legt sie selbst an: {tags}.',
    tagsFull:
      '🏷️ {channel} hat schon 20 Tags, mehr erlaubt Discord nicht. Ich mache ohne diese weiter: {tags}. Löscht welche, die niemand braucht, dann lege ich sie an.',
    cannotPin: '📌 Ich darf die Tafel in {channel} nicht anpinnen. Aktuell ist sie trotzdem.',
    consent:
      '{author}, {by} findet, dass du da eine gute Idee hattest, und hat sie hier eingereicht. Darf dein Name dabei stehen?',
    consentUnnamed:
      '{author}, jemand findet, dass du da eine gute Idee hattest. Darf dein Name dabei stehen?',
    consentAgreed: '💛 Danke, {author}! Dein Name steht auf dieser Idee.',
    consentRefused: '✅ Beantwortet: Diese Idee bleibt ohne Namen.',
    agree: 'Ja, mit meinem Namen',
    refuse: 'Nein, ohne meinen Namen',
  },
};
