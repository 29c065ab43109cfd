import type { Texts } from '../../texts.ts';
import type { polls as english } from '../en/polls.ts';

export const polls = {
  command: {
    name: 'umfrage',
    description:
      'Frag die Community: Umfragen, Ranglisten und Bewertungen, und allen ist klar, wer was sieht',
    create: {
      name: 'erstellen',
      description: 'Umfrage erstellen: Formular ausfüllen, Vorschau ansehen, veröffentlichen',
    },
    quick: {
      name: 'schnell',
      description: 'Umfrage in einer Zeile, Vorschau ansehen, veröffentlichen',
    },
    list: { name: 'liste', description: 'Die Umfragen dieses Servers' },
    show: { name: 'zeigen', description: 'Eine Umfrage ansehen, nur für dich' },
    close: {
      name: 'schliessen',
      description: 'Eine Umfrage jetzt schließen und das Ergebnis veröffentlichen',
    },
    cancel: { name: 'absagen', description: 'Eine Umfrage zurücknehmen: ohne Ergebnis und endgültig' },
    reopen: { name: 'wieder-oeffnen', description: 'Eine geschlossene Umfrage weiterlaufen lassen' },
    extend: { name: 'verlaengern', description: 'Das Ende einer Umfrage verschieben' },
    export: { name: 'export', description: 'Das Ergebnis einer Umfrage als CSV-Datei' },
    options: {
      question: { name: 'frage', description: 'Was möchtest du wissen?' },
      options: { name: 'optionen', description: 'Die Optionen, getrennt mit | oder Komma' },
      kind: { name: 'art', description: 'Wie abgestimmt wird (ohne Angabe: eine Wahl)' },
      closes: {
        name: 'ende',
        description: 'Wann sie endet: „Freitag 17 Uhr“, „in 3 Tagen“ (ohne Angabe: ein Tag)',
      },
      privacy: { name: 'privatsphaere', description: 'Wer sieht, wer was gewählt hat' },
      results: { name: 'ergebnisse', description: 'Wann der Stand zu sehen ist' },
      role: { name: 'rolle', description: 'Nur Mitglieder mit dieser Rolle dürfen abstimmen' },
      weights: { name: 'gewichte', description: 'Rollen, deren Stimmen mehr zählen: @Rolle 3 @Andere 2' },
      quorum: { name: 'mindestzahl', description: 'Wie viele abstimmen müssen, damit das Ergebnis zählt' },
      maxChoices: { name: 'hoechstens', description: 'Bei mehreren Wahlen: wie viele pro Person' },
      closeEarly: {
        name: 'frueher-schluss',
        description: 'Schließen, sobald sich das Ergebnis nicht mehr ändern kann',
      },
      thread: { name: 'thread', description: 'Einen Thread zum Diskutieren öffnen' },
      starts: { name: 'beginn', description: 'Später veröffentlichen: „Montag 9 Uhr“' },
      repeat: { name: 'wiederholen', description: 'Jede Woche oder jeden Monat wieder fragen' },
      poll: { name: 'umfrage', description: 'Nummer der Umfrage oder Worte daraus' },
      until: { name: 'bis', description: 'Das neue Ende: „Freitag 17 Uhr“, „in 2 Tagen“' },
      status: { name: 'stand', description: 'Welche Umfragen' },
    },
  },
  menu: { name: 'Umfrage daraus machen' },

  kinds: {
    single: 'Eine Wahl',
    singleAbout: 'Alle wählen eine Option.',
    multiple: 'Mehrere Wahlen',
    multipleAbout: 'Alle dürfen mehr als eine Option wählen.',
    ranked: 'Rangliste',
    rankedAbout: 'Alle ordnen die Optionen. Die schwächste fällt weg, bis eine die Mehrheit hat.',
    rating: 'Bewertung',
    ratingAbout: 'Alle geben 1 bis 5 Sterne. Lass die Optionen leer.',
  },
  how: {
    single: 'wähle eine Option',
    multiple: '{max, plural, one {wähle eine Option} other {wähle bis zu #}}',
    ranked: 'ordne deine Favoriten',
    rating: 'gib 1 bis 5 Sterne',
  },
  privacies: {
    open: 'Offen',
    openAbout: 'Namen sind sichtbar: Alle können sehen, wer was gewählt hat.',
    staffBlind: 'Team-blind',
    staffBlindAbout: 'Hearth zeigt niemandem, wer was gewählt hat. Nur wer den Bot betreibt, könnte es.',
    sealed: 'Versiegelt',
    sealedAbout:
      'Der Schlüssel wird am Ende vernichtet, dann kann niemand nachsehen. Bis dahin der Betreiber.',
  },
  privacyLines: {
    open: '👀 Offen: Alle können sehen, wer was gewählt hat.',
    staffBlind:
      '🙈 Team-blind: Ich zeige niemandem, wer was gewählt hat, auch dem Team nicht. Nur wer diesen Bot betreibt, könnte nachsehen.',
    sealed:
      '🔒 Versiegelt: Niemand bekommt zu sehen, wer was gewählt hat, und am Ende wird der Schlüssel vernichtet. Solange die Umfrage läuft, könnte nachsehen, wer diesen Bot betreibt.',
    sealedClosed:
      '🔒 Versiegelt: Der Schlüssel ist vernichtet, niemand kann mehr nachsehen, wer was gewählt hat.',
  },
  resultsShown: {
    live: 'Die ganze Zeit',
    liveAbout: 'Alle sehen den Stand wachsen.',
    afterVoting: 'Nach dem Abstimmen',
    afterVotingAbout: 'Wer abgestimmt hat, sieht den Stand.',
    atClosing: 'Erst am Ende',
    atClosingAbout: 'Der Stand beeinflusst niemanden, auch du siehst ihn nicht.',
  },
  repeats: {
    never: 'Nie',
    weekly: 'Jede Woche',
    monthly: 'Jeden Monat',
  },
  statuses: {
    any: 'Alle',
    open: 'Offen',
    scheduled: 'Geplant',
    closed: 'Geschlossen',
    cancelled: 'Abgesagt',
  },

  form: {
    title: 'Umfrage erstellen',
    question: 'Frage',
    questionHelp: 'Kurz und klar, bis zu 300 Zeichen',
    questionPlaceholder: 'Welchen Kaffee sollen wir im Mai rösten?',
    options: 'Optionen',
    optionsHelp: 'Eine pro Zeile, 2 bis 25, gern mit Emoji davor. Leer bei einer Bewertung.',
    optionsPlaceholder: '☕ Kenia AA\n🌸 Äthiopien Guji\n🍫 Brasilien Santos',
    closes: 'Ende',
    closesHelp: 'So, wie du es sagen würdest. Du siehst, wie ich es verstanden habe.',
    closesPlaceholder: 'Freitag 17 Uhr · in 3 Tagen · 24. Dezember 18:00',
    closesDefault: 'in 3 Tagen',
    kind: 'Wie wird abgestimmt?',
    privacy: 'Wer sieht, wer was gewählt hat?',
    rulesTitle: 'Regeln der Umfrage',
    results: 'Wann ist der Stand zu sehen?',
    voters: 'Wer darf abstimmen?',
    votersHelp: 'Alle, wenn du nichts wählst',
    votersPlaceholder: 'Alle',
    extras: 'Extras',
    closeEarly: 'Früher schließen',
    closeEarlyAbout: 'Sobald sich das Ergebnis nicht mehr ändern kann.',
    thread: 'Thread zum Diskutieren',
    threadAbout: 'Wird an der Umfrage geöffnet, wenn sie erscheint.',
    starts: 'Später veröffentlichen',
    startsHelp: 'Leer: sobald du auf Veröffentlichen drückst',
    startsPlaceholder: 'Montag 9 Uhr',
    repeat: 'Wieder fragen',
    countingTitle: 'Wie Stimmen zählen',
    quorum: 'Nötige Stimmen',
    quorumHelp: 'Mit weniger zählt das Ergebnis nicht. Leer: keine Mindestzahl',
    quorumPlaceholder: '20',
    maxChoices: 'Höchstens so viele Wahlen pro Person',
    weightRoles: 'Rollen, deren Stimmen mehr zählen',
    weightRolesHelp: 'Wähle nichts, und jede Stimme zählt gleich',
    weightRolesPlaceholder: 'Jede Stimme zählt gleich',
    weight: 'Wie oft ihre Stimmen zählen',
    weightsMixed:
      'Stimmen zählen mehr für {weights}. Um das zu ändern, erstelle die Umfrage noch einmal mit der Option `gewichte`.',
    until: 'Neues Ende',
    extendTitle: 'Umfrage {number} verlängern',
    reopenTitle: 'Umfrage {number} wieder öffnen',
  },

  draft: {
    preview: '-# Vorschau, nur für dich. So wird sie aussehen:',
    problems:
      '**Fast fertig.** {count, plural, one {Eine Sache stimmt noch nicht} other {# Dinge stimmen noch nicht}}:',
    problemsHelp: 'Drück auf **Bearbeiten**: Alles, was du getippt hast, ist noch da.',
    empty: 'Füll das Formular aus, dann siehst du die Vorschau.',
    closes: '⏰ Endet am {full}, {relative}.',
    closesTyped: '⏰ Endet am {full}, {relative}. Du hast „{typed}“ geschrieben.',
    opensNow: '📣 Erscheint in {channel}, sobald du sie veröffentlichst.',
    opensLater: '📣 Erscheint am {full} in {channel}, {relative}.',
    otherChannel: 'Umfragen dieses Servers gehören in {channel}.',
    noPicture:
      '⚠️ Mir fehlt {permission} in {channel}, deshalb kommt das Ergebnis ohne sein Diagramm. Wer den Server verwaltet, kann es in den Kanaleinstellungen unter Berechtigungen erlauben.',
    countsLive: '📊 Alle sehen den Stand die ganze Zeit.',
    countsAfterVoting: '📊 Wer abgestimmt hat, sieht den Stand.',
    countsAtClosing: '📊 Niemand sieht den Stand, bevor die Umfrage endet, auch du nicht.',
    fewVotes:
      'Bei weniger als fünf Stimmen zeige ich gar keinen Stand, damit sich keine Stimme erraten lässt.',
    thread: '🧵 Mit Thread zum Diskutieren.',
    publish: 'Veröffentlichen',
    schedule: 'Einplanen',
    edit: 'Bearbeiten',
    rules: 'Regeln',
    counting: 'Auszählung',
    cancel: 'Verwerfen',
    published: '✅ Veröffentlicht in {channel}. Gleich ist sie dort zu sehen.',
    scheduled: '✅ Eingeplant. Sie erscheint am {full} in {channel}, {relative}.',
    alreadyPublished: '✅ Diese ist schon veröffentlicht, in {channel}.',
    cancelled: 'Verworfen, es wurde nichts veröffentlicht.',
  },

  card: {
    number: 'Umfrage {number}',
    byline: '{number} · von {creator} · {how}',
    previewByline: 'von {creator} · {how}',
    closes: '🗳️ **{votes}** · endet {relative}, am {full}',
    opens: '⏳ Beginnt {relative}, am {full}',
    votes: '{count, plural, =0 {Noch keine Stimmen} one {# Stimme} other {# Stimmen}}',
    weighted: '{votes} (mit Gewicht {weight})',
    percent: '{value} %',
    line: '{percent} · {count}',
    hiddenAfterVoting: 'Stimm ab, dann siehst du den Stand.',
    hiddenAtClosing: 'Der Stand bleibt verborgen, bis die Umfrage endet.',
    hiddenTooFew: 'Der Stand erscheint ab fünf Stimmen, damit sich keine Stimme erraten lässt.',
    firstPreferences: 'Erste Plätze bisher. Am Ende fallen die schwächsten weg.',
    mean: '⭐ **{mean}** von 5 im Schnitt',
    voters: '👥 Nur {roles} dürfen abstimmen.',
    weights: '⚖️ Stimmen zählen mehr für {weights}.',
    weight: '{role} ×{weight}',
    quorum: '📏 Zählt ab {needed, plural, one {# Stimme} other {# Stimmen}}.',
    closeEarly: '⚡ Schließt früher, sobald sich das Ergebnis nicht mehr ändern kann.',
    weekly: '🔁 Jede Woche neu.',
    monthly: '🔁 Jeden Monat neu.',
    andMore: '{list} und {count} weitere',
    choose: 'Wähle eine Option',
    chooseSeveral: '{max, plural, one {Wähle eine Option} other {Wähle bis zu # Optionen}}',
    rank: 'Ordnen',
    myVote: 'Meine Stimme',
    details: 'Details',
    cancelled: '🚫 Diese Umfrage wurde abgesagt. Es gibt kein Ergebnis.',
  },

  ballot: {
    yours: 'Deine Stimme: **{choice}**',
    yoursRating: 'Deine Bewertung: **{choice}** von 5',
    yoursSeveral: 'Deine Stimmen: **{choice}**',
    yoursRanked: 'Deine Rangliste:',
    weight: 'Sie zählt {weight, plural, one {einmal} other {#-mal}}.',
    none: 'Du hast in dieser Umfrage noch nicht abgestimmt.',
    noneClosed: 'Du hast in dieser Umfrage nicht abgestimmt.',
    noneSealed:
      'Diese Umfrage war versiegelt und ist geschlossen, deshalb kann nicht einmal ich deine Stimme noch nachsehen.',
    closed: 'Die Umfrage ist geschlossen; die Stimmen bleiben, wie sie sind.',
    withdrawn: 'Deine Stimme ist zurückgenommen. Du kannst neu abstimmen, bis die Umfrage endet.',
    change: 'Um sie zu ändern, wähle einfach neu.',
    withdraw: 'Zurücknehmen',
    settled: 'Damit ist es entschieden: Die Umfrage ist jetzt geschlossen.',
    soFar: 'Der Stand bisher:',
    rankIntro:
      'Wähle deine Favoriten, den besten zuerst. **Jede Wahl ist sofort gespeichert**; hör auf, wann du magst.',
    rankNext: 'Deine Nummer {place}',
    rankDone: 'Das ist deine ganze Rangliste.',
    undo: 'Letzte zurücknehmen',
    startOver: 'Von vorn',
  },

  result: {
    wins: '🏆 **{option}** gewinnt mit {votes} von {total, plural, one {# Stimme} other {# Stimmen}} ({percent}).',
    winsSeveral:
      '🏆 **{option}** gewinnt: gewählt von {votes} von {total, plural, one {# Person} other {# Personen}} ({percent}).',
    winsRanked:
      '🏆 **{option}** gewinnt {round, plural, =1 {in der ersten Runde} other {in Runde #}} mit {votes} von {total} Stimmen ({percent}).',
    winsInAnyOrder: '🏆 **{option}** gewinnt, egal welche der schwächsten Optionen zuerst wegfällt.',
    tieUndecided:
      '🤝 Gleichstand: {options} könnten gewinnen, je nachdem, welche der gleich schwachen Optionen zuerst wegfällt. Fair lässt sich das nicht entscheiden.',
    firstPlaces: '**Erste Plätze**',
    tie: '🤝 Gleichstand: {options} teilen sich den ersten Platz mit je {votes} von {total, plural, one {# Stimme} other {# Stimmen}} ({percent}).',
    tieRanked:
      '🤝 Gleichstand: {options} liegen in der letzten Runde mit je {votes} von {total} Stimmen gleichauf.',
    mean: '⭐ Der Schnitt ist **{mean}** von 5, aus {count, plural, one {# Bewertung} other {# Bewertungen}}.',
    noVotes: 'Niemand hat abgestimmt.',
    tooFew:
      '{count, plural, one {Eine Person hat} other {# Personen haben}} abgestimmt. Bei weniger als fünf Stimmen zeige ich kein Ergebnis, damit sich keine Stimme erraten lässt.',
    quorumMissed:
      '📏 Zu wenige haben mitgemacht: {voters} von {needed} nötigen Stimmen. Deshalb **zählt dieses Ergebnis nicht**.',
    quorumMet:
      '📏 Nötig {needed, plural, one {war # Stimme} other {waren # Stimmen}}, das Ergebnis zählt also.',
    wouldBe: 'Trotzdem, zur Einordnung:',
    turnout: '👥 {voters, plural, one {# Mitglied hat} other {# Mitglieder haben}} abgestimmt',
    turnoutOf:
      '👥 {voters} von etwa {members, plural, one {# Mitglied} other {# Mitgliedern}} haben abgestimmt',
    weighted: '⚖️ Die Stimmen waren gewichtet: zusammen {weight}.',
    closedByTime: 'geschlossen am {full}',
    closedByHand: 'von Hand geschlossen am {full}',
    closedSettled: 'geschlossen am {full}, weil sich das Ergebnis nicht mehr ändern konnte',
    closedLost: 'geschlossen am {full}, weil ihre Nachricht gelöscht wurde',
    row: '{option}: **{count}** ({percent})',
    rounds: '**So wurde gezählt**',
    round: 'Runde {round}: {totals}',
    roundTotal: '{option} {weight}',
    roundUndecided: '{line} → {options} gleichauf zuletzt, und fair lässt sich nicht sagen, was wegfällt',
    roundOut: '{line} → {options} raus',
    exhausted: '{line} ({weight} ohne weitere Wahl)',
    and: '{first} und {last}',
    chartFooter: 'Umfrage {number} · {votes}',
    chartAlt: 'Balkendiagramm zu „{question}“: {bars}.',
    announce: '🗳️ Die Umfrage **{question}** ist geschlossen.\n{headline}',
    barNote: '{count} · {percent}',
  },

  details: {
    title: 'Umfrage {number}',
    counting: 'So wird gezählt',
    single: 'Wer die meisten Stimmen hat, gewinnt; ein Gleichstand bleibt einer.',
    multiple:
      'Jede Person darf {max, plural, one {eine Option} other {bis zu # Optionen}} wählen. Die meisten Stimmen gewinnen; ein Gleichstand bleibt einer.',
    ranked:
      'Gezählt werden die ersten Plätze. Solange keine Option mehr als die Hälfte hat, fällt die schwächste weg, und ihre Stimmen gehen an die nächste Wahl auf diesen Ranglisten.',
    rating: 'Das Ergebnis ist der Schnitt aller Bewertungen von 1 bis 5.',
    jump: 'Zur Umfrage',
    whoVoted: 'Wer abgestimmt hat',
    close: 'Jetzt schließen',
    extend: 'Verlängern',
    reopen: 'Wieder öffnen',
    export: 'Exportieren',
    again: 'Noch einmal',
    cancel: 'Umfrage absagen',
    stopRepeating: 'Nicht mehr wiederholen',
    confirmClose:
      'Diese Umfrage jetzt schließen?\n> **{question}**\nDas Ergebnis wird sofort veröffentlicht.',
    confirmCloseSealed:
      'Diese Umfrage jetzt schließen?\n> **{question}**\nDas Ergebnis wird sofort veröffentlicht. Sie ist versiegelt und lässt sich danach nicht wieder öffnen.',
    confirmCancel:
      'Diese Umfrage absagen?\n> **{question}**\nEs gibt dann kein Ergebnis, und das lässt sich nicht rückgängig machen.',
    confirmStop:
      'Diese Umfrage nicht mehr wiederholen?\n> **{question}**\nDie laufende Umfrage läuft weiter, es kommen keine neuen.',
    yesClose: 'Schließen',
    yesCancel: 'Absagen',
    yesStop: 'Nicht mehr wiederholen',
    back: 'Zurück',
    closed: '✅ Geschlossen. Das Ergebnis ist gleich an der Umfrage zu sehen.',
    alreadyClosed: 'Sie war schon geschlossen.',
    cancelled: 'Die Umfrage ist abgesagt.',
    stopped: '✅ Es kommen keine weiteren Umfragen dieser Reihe.',
    extended: '✅ Sie endet jetzt am {full}, {relative}.',
    reopened: '✅ Sie läuft wieder bis {full}, {relative}.',
    exported: 'Hier sind die Stimmen der Umfrage {number}, als Datei für Tabellenprogramme.',
    exportedCounts: 'Hier ist der Stand der Umfrage {number}, ohne Namen, als Datei für Tabellenprogramme.',
  },

  voted: {
    title: '**Wer abgestimmt hat** in Umfrage {number}',
    line: '{voter}: {choice}',
    page: 'Seite {page} von {pages}',
    nobody: 'Noch hat niemand abgestimmt.',
  },

  list: {
    title: '## Umfragen',
    empty: 'Hier gibt es noch keine Umfragen. `/umfrage erstellen` macht die erste.',
    emptyFilter: 'Keine Umfragen dieser Art.',
    open: '**{number}** · {question}\n-# {votes} · endet {relative} · {place}',
    scheduled: '**{number}** · {question}\n-# erscheint {relative} · {place}',
    closed: '**{number}** · {question}\n-# {votes} · geschlossen {relative} · {place}',
    cancelled: '**{number}** · {question}\n-# abgesagt · {place}',
    page: '-# Seite {page} von {pages}',
    previous: 'Neuere',
    next: 'Ältere',
    choice: '{number} · {question}',
  },

  export: {
    option: 'Option',
    votes: 'Stimmen',
    weight: 'Gewicht',
    voter: 'Mitglied',
    voterId: 'Mitglied-ID',
    choice: 'Wahl',
    rank: 'Platz',
    votedAt: 'Abgestimmt (UTC)',
    total: 'Zusammen',
    tooFew: 'zurückgehalten: weniger als 5 Stimmen',
  },

  notices: {
    messageGone:
      'Die Nachricht der Umfrage {number}, **{question}**, wurde gelöscht. Ich habe die Umfrage geschlossen, ihre Stimmen bleiben erhalten. `/umfrage zeigen` zeigt sie noch.',
    channelGone:
      'Den Kanal der Umfrage {number}, **{question}**, gibt es nicht mehr. Ich habe die Umfrage geschlossen, ihre Stimmen bleiben erhalten. `/umfrage zeigen` zeigt sie noch.',
    missed:
      'Umfrage {number}, **{question}**, wäre dran gewesen, während ich weg war, und ihre Zeit ist um. Ich habe sie abgesagt. Erstell sie bitte neu, wenn du sie noch brauchst.',
    cannotPost:
      'Ich konnte Umfrage {number}, **{question}**, nicht in {channel} veröffentlichen: {reason}. Sobald ich darf, versuche ich es von selbst noch einmal.',
    forWhom: '{creator}, hier geht es um deine Umfrage.',
  },

  refusals: {
    'not-found':
      'Diese Umfrage kenne ich nicht. Vielleicht wurde sie gelöscht; `/umfrage liste` zeigt, welche es gibt.',
    'not-open-yet': 'Diese Umfrage beginnt <t:{opensAt}:R>. Komm bitte dann wieder.',
    closed: 'Diese Umfrage wurde <t:{closedAt}:R> geschlossen, die Stimmen bleiben also, wie sie sind.',
    cancelled: 'Diese Umfrage wurde abgesagt, hier lässt sich nicht mehr abstimmen.',
    'wrong-channel': 'Über diese Umfrage wird in {channel} abgestimmt. Öffne sie bitte dort.',
    'role-needed':
      'Hier dürfen nur Mitglieder mit {roles} abstimmen. Wenn du dazugehören solltest, frag das Team.',
    'no-such-option': 'Diese Option gibt es in der Umfrage nicht. Nimm bitte die neueste Nachricht.',
    'too-many-choices':
      'Du darfst höchstens {max, plural, one {eine Option} other {# Optionen}} wählen. Nimm erst eine weg.',
    'wrong-kind': 'Das passt nicht mehr zu dieser Umfrage. Nimm bitte die neueste Nachricht.',
    'already-ranked':
      'Diese Option ist schon auf deiner Rangliste. Nimm sie erst zurück oder fang von vorn an.',
    'nothing-to-withdraw': 'Du hast hier keine Stimme, es gibt also nichts zurückzunehmen.',
    'may-not-create':
      'Auf diesem Server darf nicht jedes Mitglied Umfragen erstellen. Frag das Team oder schlag ihm deine Umfrage vor.',
    'may-not-write':
      'In {channel} darfst du nicht schreiben, deshalb veröffentliche ich dort keine Umfrage von dir. Erstell sie in einem Kanal, in dem du schreiben darfst.',
    'may-not-manage': 'Das dürfen nur das Team und wer die Umfrage erstellt hat. Frag bitte dort.',
    'draft-gone': 'Diesen Entwurf gibt es nicht mehr. Fang bitte mit `/umfrage erstellen` neu an.',
    'not-your-draft':
      'Dieser Entwurf gehört jemand anderem. Fang mit `/umfrage erstellen` deinen eigenen an.',
    'draft-incomplete': 'Da stimmt noch etwas nicht. Drück auf **Bearbeiten**, um es zu sehen.',
    'draft-too-late':
      'Das Ende ist inzwischen zu nah oder schon vorbei. Drück auf **Bearbeiten** und gib ein späteres an.',
    'too-many-open':
      'Auf diesem Server laufen schon {max} Umfragen, mehr kann ich nicht betreuen. Schließ zuerst eine oder sag sie ab.',
    'not-closed':
      'Diese Umfrage ist nicht geschlossen, es gibt also nichts wieder zu öffnen. Du kannst sie verlängern.',
    'sealed-stays-closed':
      'Eine versiegelte Umfrage lässt sich nicht wieder öffnen: Ihr Schlüssel ist vernichtet, ich könnte nicht mehr sehen, wer schon abgestimmt hat. Mach eine neue.',
    'message-gone':
      'Die Nachricht dieser Umfrage gibt es nicht mehr, deshalb lässt sie sich nicht wieder öffnen. Mach mit `/umfrage erstellen` eine neue.',
    'close-too-soon':
      'Eine Umfrage braucht mindestens eine Minute. Gib ein späteres Ende an oder schließ sie von Hand.',
    'close-too-far': 'Das ist zu weit weg. Eine Umfrage darf höchstens {days} Tage laufen.',
    'not-extended':
      'Das ist nicht später als das jetzige Ende. Um sie früher zu beenden, schließ sie von Hand.',
    'time-not-understood':
      '„{text}“ habe ich nicht verstanden. Versuch „Freitag 17 Uhr“, „in 2 Tagen“ oder „24. Dezember 18:00“.',
    'time-half-of-day':
      'Meint „{text}“ den Morgen oder den Nachmittag? Ergänze **am** oder **pm** oder schreib „17:00“.',
    'time-in-the-past': '„{text}“ liegt in der Vergangenheit. Gib bitte eine Zeit an, die noch kommt.',
    'time-unclear':
      'In „{text}“ habe ich „{rest}“ nicht verstanden. Versuch „Freitag 17 Uhr“, „in 2 Tagen“ oder „24. Dezember 18:00“.',
    'results-hidden': 'Der Stand ist noch nicht zu sehen. Stimm erst ab, oder warte, bis die Umfrage endet.',
    'names-hidden': 'In dieser Umfrage bekommt niemand zu sehen, wer was gewählt hat.',
    'not-repeating': 'Diese Umfrage wird nicht wiederholt, es gibt also nichts zu beenden.',
    'export-later':
      'Der Stand dieser Umfrage bleibt bis zum Ende verborgen, auch vor dir. Exportiere sie dann.',
    'weights-not-understood':
      'Die Gewichte „{text}“ habe ich nicht verstanden. Schreib hinter jede Rolle eine Zahl von 1 bis 10, etwa `@Gründer 3 @Stammgast 2`.',
    'number-not-understood': 'Die Zahl „{text}“ habe ich nicht verstanden. Schreib bitte Ziffern, etwa 20.',
  },

  problems: {
    'question-missing': 'Die Frage fehlt.',
    'question-too-long': 'Die Frage hat {length} Zeichen; höchstens {max} passen.',
    'options-too-few':
      '{count, plural, =0 {Die Optionen fehlen} one {Es gibt nur eine Option} other {Es gibt nur # Optionen}}; eine Umfrage braucht mindestens {min}, eine pro Zeile.',
    'options-too-many': 'Es sind {count} Optionen; höchstens {max} passen.',
    'option-empty': 'Zeile {line} der Optionen hat ein Emoji, aber keinen Text.',
    'option-too-long': 'Zeile {line} der Optionen hat {length} Zeichen; höchstens {max} passen.',
    'option-twice': 'Zeile {line}: Die Option „{option}“ gibt es schon.',
    'max-choices': 'Höchstens so viele Wahlen pro Person: Das muss eine Zahl von 1 bis {max} sein.',
    'closes-not-understood':
      'Das Ende „{text}“ habe ich nicht verstanden. Versuch „Freitag 17 Uhr“, „in 3 Tagen“ oder „24. Dezember 18:00“.',
    'closes-half-of-day':
      'Meint das Ende „{text}“ den Morgen oder den Nachmittag? Ergänze **am** oder **pm** oder schreib „17:00“.',
    'closes-in-the-past': 'Das Ende „{text}“ liegt in der Vergangenheit.',
    'closes-unclear':
      'Beim Ende „{text}“ habe ich „{rest}“ nicht verstanden. Versuch „Freitag 17 Uhr“, „in 3 Tagen“ oder „24. Dezember 18:00“.',
    'closes-too-soon':
      'Die Umfrage muss mindestens {minutes, plural, one {# Minute} other {# Minuten}} laufen. Gib ein späteres Ende an.',
    'closes-too-late': 'Die Umfrage darf höchstens {days} Tage laufen. Gib ein früheres Ende an.',
    'opens-not-understood':
      'Den Beginn „{text}“ habe ich nicht verstanden. Versuch „Montag 9 Uhr“ oder „in 2 Stunden“; er steht unter **Regeln**.',
    'opens-half-of-day':
      'Meint der Beginn „{text}“ den Morgen oder den Nachmittag? Ergänze **am** oder **pm** oder schreib „09:00“; er steht unter **Regeln**.',
    'opens-in-the-past': 'Der Beginn „{text}“ liegt in der Vergangenheit; er steht unter **Regeln**.',
    'opens-unclear':
      'Beim Beginn „{text}“ habe ich „{rest}“ nicht verstanden. Versuch „Montag 9 Uhr“ oder „in 2 Stunden“; er steht unter **Regeln**.',
    'opens-too-late': 'Der Beginn darf höchstens {days} Tage entfernt sein; er steht unter **Regeln**.',
    'repeats-too-fast':
      'Die Umfrage kommt alle {days} Tage wieder, sie muss also vorher enden. Gib ein früheres Ende an.',
    'weight-range':
      'Ein Gewicht muss eine ganze Zahl von {min} bis {max} sein; es steht unter **Auszählung**.',
    'weight-twice': 'Die Rolle {role} hat zwei Gewichte; sie stehen unter **Auszählung**.',
    'too-many-roles': 'Höchstens {max} Rollen passen.',
    'quorum-range':
      'Die Zahl der nötigen Stimmen muss zwischen {min} und {max} liegen; sie steht unter **Auszählung**.',
  },
} as const satisfies Texts<typeof english>;
