import type { Texts } from '../../texts.ts';
import type { perks as english } from '../en/perks.ts';

export const perks: Texts<typeof english> = {
  command: {
    name: 'vorteil',
    description: 'Kleine Dankeschöns der Leute hinter diesem Server: was du bekommen kannst und was du hast',
    mine: { name: 'meine', description: 'Was du bekommen kannst, wie weit du bist und was du hast' },
    show: { name: 'zeigen', description: 'Ein Vorteil: was es braucht und wie weit du bist' },
    help: { name: 'hilfe', description: 'Wie Vorteile hier funktionieren' },
    create: {
      name: 'erstellen',
      description: 'Für Admins: einen Vorteil anlegen. Niemand sieht ihn, bevor du ihn öffnest',
    },
    edit: { name: 'ändern', description: 'Für Admins: alles zu einem Vorteil und was sich ändern lässt' },
    codes: { name: 'codes', description: 'Für Admins: Einmal-Codes aus einer CSV-Datei dazugeben' },
    link: { name: 'link', description: 'Für Admins: ein Link, der für alle derselbe ist' },
    open: { name: 'öffnen', description: 'Für Admins: ab jetzt kann man ihn abholen' },
    pause: { name: 'pause', description: 'Für Admins: vorerst kann ihn niemand abholen' },
    end: { name: 'beenden', description: 'Für Admins: einen Vorteil endgültig beenden' },
    post: { name: 'posten', description: 'Für Admins: seine Karte mit dem Knopf in diesen Kanal stellen' },
    grant: { name: 'zuteilen', description: 'Für Admins: jemandem von Hand geben, mit Grund' },
    list: { name: 'liste', description: 'Für Admins: alle Vorteile dieses Servers' },
    ledger: {
      name: 'verlauf',
      description: 'Für Admins: was mit Vorteilen geschah und wer einen bekam, als Tabelle',
    },
    unclaimed: {
      name: 'übrig',
      description: 'Für Admins: die Codes eines beendeten Vorteils, die niemand abgeholt hat',
    },
    options: {
      perk: { name: 'vorteil', description: 'Sein Name' },
      ledgerPerk: { name: 'vorteil', description: 'Nur dieser; ohne Angabe alle' },
      member: { name: 'wem', description: 'Wer ihn bekommt' },
      reason: { name: 'grund', description: 'Warum; es steht im Verlauf, und die Person sieht es' },
    },
  },

  rewards: { codes: 'Ein eigener Code', link: 'Ein Link für alle', role: 'Eine Rolle' },
  status: { draft: 'Entwurf', open: 'Offen', paused: 'Pausiert', ended: 'Beendet' },

  conditions: {
    'shoutouts-received': '{count, plural, one {Ein Dankeschön} other {# Dankeschöns}} bekommen haben',
    'ideas-shipped':
      '{count, plural, one {Eine Idee} other {# Ideen}} haben, die umgesetzt wurde{count, plural, one {} other {n}}',
    'questions-answered':
      '{count, plural, one {Eine eigene Frage} other {# eigene Fragen}} in einem AMA beantwortet bekommen haben',
    role: 'Die Rolle {role} haben',
    'hand-picked': 'Vom Team ausgewählt sein',
    aRole: 'Eine Rolle haben',
    everybody: 'Alle können ihn abholen.',
  },
  progress: {
    met: '✅ {condition}',
    open: '🔸 {condition} · **{missing}**',
    has: '{have} von {need}',
    'shoutouts-received': '{missing, plural, one {noch 1 Dankeschön} other {noch # Dankeschöns}}',
    'ideas-shipped': '{missing, plural, one {noch 1 umgesetzte Idee} other {noch # umgesetzte Ideen}}',
    'questions-answered':
      '{missing, plural, one {noch 1 beantwortete Frage} other {noch # beantwortete Fragen}}',
    role: 'noch nicht',
    'hand-picked': 'noch nicht',
  },

  facts: {
    left: 'noch {left} von {total}',
    noneLeft: 'Alle vergeben',
    noneYet: 'Noch keine',
    keptOnly: 'noch {left} von {total}, alle für jemanden aufgehoben',
    unlimited: 'So viele wie gewünscht',
    ends: 'bis {at}',
    ended: 'beendet {at}',
    noEnd: 'ohne Ende',
  },

  mine: {
    title: '## 🎁 Vorteile für dich',
    none: 'Gerade gibt es keine Vorteile. Wenn es welche gibt, findest du hier, was sie brauchen und wie weit du bist.',
    claimable: '✨ **Den kannst du dir abholen.**',
    granted: '🎁 **Für dich aufgehoben** bis {until}: {reason}',
    have: '✅ Du hast ihn, seit {at}.',
    lapsed:
      'Du hattest ihn. Die Rolle ging {at}, weil nicht mehr gegeben ist, was es braucht; damit kommt sie auch wieder.',
    'not-open': 'Gerade kann man ihn nicht abholen.',
    expired: 'Er ist zu Ende.',
    'none-left': 'Alle sind vergeben. Kommen welche dazu, kannst du dir einen abholen.',
    'not-yet': 'Noch offen:',
    page: '-# Seite {page} von {pages}',
    previous: 'Zurück',
    next: 'Mehr',
    details: 'Details',
    claim: 'Abholen',
    code: 'Code zeigen',
    link: 'Link zeigen',
    role: 'Noch mal holen',
    about:
      '-# Es zählt nur, was du hier bewusst tust: Dank, Ideen, Fragen, Rollen. Nie, wie viel du schreibst.',
  },

  show: {
    terms: '**Bedingungen**',
    takes: '**Was es braucht**',
    all: 'Alle Vorteile',
    card: '[Die Karte]({link})',
  },

  claimed: {
    first: '## 🎉 {name}\nDer hier gehört nur dir. Nur du kannst ihn hier sehen.',
    firstLink: '## 🎉 {name}\nHier ist dein Link. Nur du kannst ihn hier sehen.',
    again: '## {name}\nAbgeholt hast du es {at}:',
    keep: '-# Mit `/vorteil meine` kannst du es jederzeit wieder ansehen.',
    openLink: 'Link öffnen',
    role: '## 🎉 {name}\nGleich bekommst du {role}.',
    roleAgain: '## {name}\nDu hast ihn abgeholt. Fehlt dir {role}, kommt sie gleich.',
    roleStays: '-# Sie bleibt, solange gegeben ist, was es braucht.',
  },

  form: {
    createTitle: 'Neuer Vorteil',
    editTitle: 'Den Vorteil ändern',
    name: 'Was ist es?',
    namePlaceholder: '20 % auf jedes Filament',
    description: 'Was bekommt man?',
    descriptionPlaceholder: 'Einen Code für den Shop, für eine Bestellung in beliebiger Höhe.',
    terms: 'Bedingungen',
    termsHelp: 'Was man vor dem Abholen wissen soll. Darf leer bleiben.',
    termsPlaceholder: 'Ein Code pro Person, nicht mit anderen Angeboten kombinierbar.',
    reward: 'Wie bekommt man es?',
    rewardHelp: 'Codes, Link oder Rolle kommen im nächsten Schritt.',
    rewards: {
      codes: 'Jede Person einen Einmal-Code, aus deiner CSV-Datei',
      link: 'Alle denselben Link',
      role: 'Eine Rolle, solange gegeben ist, was es braucht',
    },
    expires: 'Bis wann?',
    expiresHelp: 'In der Zeit dieses Servers ({zone}). Leer: ohne Ende.',
    expiresPlaceholder: '31. Dezember, in 3 Wochen, Freitag 18:00',
    stockTitle: 'Wie viele höchstens?',
    stock: 'Wie viele Mitglieder können es bekommen?',
    stockHelp: '1 bis {max}. Leer: so viele wie gewünscht.',
    codesTitle: 'Codes dazugeben',
    codes: 'Datei mit Codes',
    codesHelp: 'Ein Code in jeder Zeile, als CSV',
    codesAbout:
      '-# Die erste Spalte zählt; was schon da ist oder doppelt vorkommt, wird ausgelassen. Bis zu {rows} Zeilen und {megabytes} MB. Codes liegen verschlüsselt; nur wer einen abholt, sieht ihn.',
    linkTitle: 'Der Link',
    link: 'Adresse',
    linkHelp: 'Für alle dieselbe; sie beginnt mit https://',
    grantTitle: 'Von Hand zuteilen',
    member: 'Wer bekommt es?',
    reason: 'Warum?',
    reasonHelp: 'Steht im Verlauf; die Person sieht es auch.',
    reasonPlaceholder: 'Gewann im Oktober den Druckwettbewerb',
    countTitle: 'Was es braucht',
    counts: {
      'shoutouts-received': 'Wie viele Dankeschöns braucht es?',
      'ideas-shipped': 'Wie viele umgesetzte Ideen braucht es?',
      'questions-answered': 'Wie viele beantwortete Fragen?',
    },
    countHelp: 'Eine Zahl von 1 bis {max}',
    roleTitle: 'Was es braucht',
    role: 'Welche Rolle?',
    kept: '⚠️ {refusal}\nDeine Worte sind nicht verloren:',
  },

  panel: {
    status: {
      draft: '📝 **Entwurf.** Noch sieht ihn niemand.',
      open: '🟢 **Offen** seit {at}.',
      paused: '⏸️ **Pausiert** seit {at}. Niemand kann ihn abholen; wer ihn hat, behält ihn.',
      ended: '🏁 **Beendet** {at}. Wer ihn hat, kann ihn weiter ansehen.',
    },
    reward: '**Was man bekommt:** {reward}',
    rewardRole: '**Was man bekommt:** die Rolle {role}',
    stock: '**Vorrat:** {facts}',
    claimed: '{count} abgeholt',
    reserved: '{count} für jemanden aufgehoben',
    end: '**Ende:** {end}',
    card: '**Karte:** [hier]({link})',
    cardComing: '**Karte:** unterwegs nach {channel}',
    noCard: '**Karte:** noch nirgends. Mit `/vorteil meine` findet man ihn trotzdem.',
    next: {
      codes: '👉 Als Nächstes: **Codes dazugeben**.',
      link: '👉 Als Nächstes: **Link setzen**.',
      role: '👉 Als Nächstes: die Rolle auswählen.',
      open: '👉 Alles da. **Öffnen**, wenn es losgehen soll.',
    },
    pickRole: 'Welche Rolle er gibt',
    pickCondition: 'Hinzufügen, was es braucht, oder etwas wegnehmen',
    add: {
      'shoutouts-received': 'Dazu: bekommene Dankeschöns',
      'ideas-shipped': 'Dazu: umgesetzte Ideen',
      'questions-answered': 'Dazu: beantwortete AMA-Fragen',
      role: 'Dazu: eine Rolle',
      'hand-picked': 'Dazu: vom Team ausgewählt',
    },
    change: '{number} ändern: {condition}',
    remove: '{number} wegnehmen: {condition}',
    buttons: {
      edit: 'Worte ändern',
      codes: 'Codes dazugeben',
      link: 'Link setzen',
      linkAgain: 'Link ändern',
      stock: 'Wie viele',
      open: 'Öffnen',
      pause: 'Pausieren',
      end: 'Beenden',
      post: 'Karte hier posten',
      grant: 'Von Hand zuteilen',
      panel: 'Zum Vorteil',
    },
    notes: {
      created: '✅ Als Entwurf gespeichert. Was noch fehlt, steht unten.',
      saved: '✅ Gespeichert.',
      opened:
        '✅ Offen. Man kann ihn mit `/vorteil meine` abholen, und auf seiner Karte, sobald du sie postest.',
      paused: '✅ Pausiert.',
      ended: '✅ Beendet.',
      posting: '✅ Die Karte steht gleich hier.',
      link: '✅ Der Link liegt jetzt verschlüsselt hier.',
    },
    endAsk:
      '**{name}** endgültig beenden? Dann kann ihn niemand mehr abholen, und er lässt sich nicht wieder öffnen. Wer ihn hat, kann ihn weiter ansehen.',
    endNow: 'Endgültig beenden',
    endNot: 'Lieber nicht',
    off: '⚠️ **Codes und Links sind abgeschaltet.** {why}',
    noKey:
      'Wer mich betreibt, muss zuerst `ENCRYPTION_KEY` setzen, damit Codes sicher liegen. Vorteile, die eine Rolle geben, funktionieren.',
    wrongKey:
      'Der `ENCRYPTION_KEY` ist nicht der, mit dem sie gespeichert wurden. Nichts ist verloren: Mit dem richtigen oder nach `npm run rekey` ist alles wieder da.',
  },

  import: {
    done: '✅ **{added, plural, one {# Code} other {# Codes}}** zu **{name}** dazugegeben. Insgesamt {total}, noch {left} abzuholen.',
    none: '⚠️ Kein Code dieser Datei war neu.',
    known:
      '-# {count, plural, one {# war} other {# waren}} schon da und wurde{count, plural, one {} other {n}} ausgelassen.',
    repeated:
      '-# {count, plural, one {# stand} other {# standen}} mehrfach in der Datei; jeder zählt einmal (Zeilen {lines}).',
    blank: '-# {count, plural, one {# leere Zeile} other {# leere Zeilen}} ausgelassen.',
    formulas:
      '-# {count, plural, one {# Zeile beginnt} other {# Zeilen beginnen}} wie eine Formel einer Tabelle und {count, plural, one {wurde} other {wurden}} ausgelassen (Zeilen {lines}).',
    tooLong:
      '-# {count, plural, one {# Zeile war} other {# Zeilen waren}} länger als {max} Zeichen und {count, plural, one {wurde} other {wurden}} ausgelassen (Zeilen {lines}).',
    heading: '-# Die erste Zeile ist eine Überschrift und wurde ausgelassen.',
    more: '{lines} …',
  },

  grants: {
    done: '✅ {name} ist bis {until} für {member} aufgehoben. Es wurde nichts verschickt: Sag es der Person, oder sie findet es mit `/vorteil meine`.',
  },

  list: {
    title: '## Vorteile dieses Servers',
    line: '**{name}** · {status}\n-# {reward} · {stock} · {end}',
    empty: 'Noch gibt es keine. `/vorteil erstellen` macht den ersten.',
    pick: 'Einen davon öffnen',
    total: '-# {total, plural, one {Ein Vorteil} other {# Vorteile}}',
    page: '-# {total, plural, one {Ein Vorteil} other {# Vorteile}} · Seite {page} von {pages}',
  },

  ledger: {
    done: 'Was mit Vorteilen geschah, ältestes zuerst. Codes stehen nicht darin.',
    cut: '-# Die Datei würde zu groß: {left, plural, one {Die älteste Zeile fehlt} other {Die ältesten # Zeilen fehlen}}. Ein Vorteil allein: `/vorteil verlauf vorteil:`',
    fileName: 'vorteile',
    at: 'Wann',
    perk: 'Vorteil',
    what: 'Was',
    member: 'Mitglied',
    by: 'Von',
    reason: 'Grund',
    count: 'Anzahl',
    kinds: {
      created: 'erstellt',
      opened: 'geöffnet',
      paused: 'pausiert',
      ended: 'beendet',
      expired: 'zum Termin beendet',
      'codes-added': 'Codes dazugegeben',
      'link-set': 'Link gesetzt',
      granted: 'von Hand zugeteilt',
      returned: 'nicht rechtzeitig abgeholt, wieder im Vorrat',
      claimed: 'abgeholt',
      lapsed: 'Rolle zurückgenommen',
      'unclaimed-taken': 'übrige Codes als Datei entnommen',
    },
  },

  unclaimed: {
    done: '{count, plural, one {# Code} other {# Codes}} von **{name}**, die niemand abgeholt hat. Die Datei gibt es nur hier: Speichere sie und bewahre sie gut auf.',
    none: 'Von **{name}** ist kein Code übrig: Alle wurden abgeholt.',
    fileName: 'uebrig',
    heading: 'Code',
  },

  help: {
    title: 'Wie Vorteile hier funktionieren',
    member:
      '🎁 **Vorteile** sind kleine Dankeschöns der Leute hinter diesem Server: ein Code, ein Link, eine Rolle.\n🧭 `/vorteil meine` zeigt, was es gibt, was es braucht und wie weit du bist.\n👆 **Abholen** gibt ihn dir in einer Nachricht, die nur du siehst. Er gehört nur dir, und du kannst ihn jederzeit wieder ansehen.\n🌱 Es zählt, was du hier bewusst tust: Dankeschöns, die du bekommst, umgesetzte Ideen, beantwortete AMA-Fragen, Rollen. Wie viel du schreibst, zählt nie, und auch nicht, was du ohne Namen gefragt oder vorgeschlagen hast: Ein Vorteil würde es verraten. Niemand schreibt dir ungebeten.',
    adminTitle: 'Für dich, wenn du den Server verwaltest',
    admin:
      '🆕 `/vorteil erstellen`, dann Codes (`/vorteil codes`, eine CSV-Datei), ein Link (`/vorteil link`) oder eine Rolle, dann `/vorteil öffnen`. `/vorteil posten` stellt die Karte dorthin, wo man sie sieht.\n✍️ `/vorteil ändern` zeigt alles zu einem Vorteil. **Was es braucht**, wählst du dort.\n🤝 `/vorteil zuteilen` gibt einen von Hand; er bleibt {days} Tage aufgehoben, dann geht er zurück.\n🔔 Im Kanal für Hinweise erfährst du, wenn wenige übrig sind oder das Ende nah ist.\n📒 `/vorteil verlauf` ist eine Tabelle von allem, `/vorteil übrig` gibt dir, was von einem beendeten übrig ist.\n🔐 Codes und Links liegen verschlüsselt und erscheinen nirgends als vor der Person, die sie abholt.',
    mine: 'Was kann ich bekommen?',
  },

  refusals: {
    off: 'Codes und Links sind gerade abgeschaltet: Wer mich betreibt, muss nach dem Schlüssel sehen, mit dem sie gespeichert sind. Nichts ist verloren.',
    'admins-only': 'Das kann nur jemand, der den Server verwaltet.',
    'not-found': 'Diesen Vorteil kenne ich nicht.',
    'not-open': 'Diesen Vorteil kann man gerade nicht abholen.',
    ended: 'Dieser Vorteil ist beendet.',
    expired: 'Dieser Vorteil ist beendet.',
    'none-left': 'Alle sind vergeben. Kommen welche dazu, zeigt es `/vorteil meine`.',
    'not-yet': 'Für diesen fehlt noch etwas. `/vorteil meine` zeigt, was.',
    'nothing-to-open':
      'Noch ist nichts da, was man abholen könnte: Gib zuerst Codes, einen Link oder eine Rolle dazu.',
    'name-missing': 'Bitte gib ihm einen Namen.',
    'expires-in-the-past': 'Das Ende liegt in der Vergangenheit. Bitte gib ein späteres an.',
    'expires-too-late': 'Das ist zu weit voraus: bis zu {days} Tage.',
    'expires-not-understood':
      '„{text}“ verstehe ich nicht als Zeit. Zum Beispiel: 31. Dezember, in 3 Wochen, Freitag 18:00.',
    'expires-half-of-day': 'Ist „{text}“ morgens oder abends? Bitte gib die Uhrzeit genauer an.',
    'too-many-open':
      'Es können bis zu {max} Vorteile zugleich offen sein. Beende oder pausiere zuerst einen.',
    'not-that-kind': 'Dieser Vorteil gibt etwas anderes.',
    'link-bad': 'Das ist keine Adresse, die mit https:// beginnt.',
    'file-missing': 'Bitte wähle eine Datei.',
    'file-too-big': 'Die Datei ist zu groß: bis zu {megabytes} MB.',
    'file-encoding':
      'Die Zeichen dieser Datei kann ich nicht lesen. Bitte speichere sie als „CSV UTF-8“ und versuch es noch einmal.',
    'file-empty': 'In dieser Datei ist kein Code.',
    'file-rows': 'Die Datei ist zu lang: bis zu {max} Zeilen. Bitte teile sie auf.',
    'file-not-read': 'Ich konnte die Datei nicht von Discord holen. Bitte versuch es noch einmal.',
    'import-running':
      'Für diesen Vorteil wird gerade eine andere Datei gelesen. Bitte versuch es gleich noch einmal.',
    'already-granted': 'Es ist schon für die Person aufgehoben.',
    'already-claimed': 'Die Person hat es schon.',
    'reason-missing': 'Bitte gib einen Grund an.',
    'member-missing': 'Wer bekommt es? Wähle jemanden, der auf diesem Server ist.',
    bot: 'Das ist ein Bot. Vorteile sind für Menschen.',
    'may-not-write':
      'Du darfst in diesem Kanal selbst nicht schreiben, darum poste ich hier nichts für dich.',
    'open-first': 'Das ist ein Entwurf, den niemand sieht. Öffne ihn zuerst.',
    'end-first':
      'Er läuft noch, seine Codes warten auf die, die sie abholen. Beende ihn zuerst: `/vorteil beenden`.',
    'which-one': 'Welchen? Wähle einen Vorteil aus der Liste.',
    'number-bad': '„{typed}“ ist keine Zahl von 1 bis {max}.',
    'too-many-conditions': 'Mehr als {max} passen nicht. Nimm zuerst etwas weg.',
    'role-too-high':
      'Die Rolle {role} steht über meiner eigenen. Zieh meine Rolle in den Servereinstellungen unter Rollen darüber und versuch es noch einmal.',
    'role-managed': 'Die Rolle {role} gehört zu einer App oder allen, niemand kann sie vergeben.',
    'role-powerful': 'Die Rolle {role} gibt Macht über andere. Die soll niemand als Vorteil bekommen.',
    'role-above-you': 'Die Rolle {role} steht über deinen eigenen, du kannst sie nicht vergeben.',
    'role-no-permission':
      'Um {role} zu geben, brauche ich die Berechtigung **Rollen verwalten**. Erlaub sie in den Servereinstellungen unter Rollen.',
    'role-gone': 'Diese Rolle gibt es nicht mehr.',
    'role-unchecked': 'Ich konnte die Rolle gerade nicht prüfen. Bitte versuch es noch einmal.',
    'draft-gone': 'Das ist zu lange her. Bitte fang mit `/vorteil erstellen` neu an.',
  },
};
