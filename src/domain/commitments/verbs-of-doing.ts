const setOf = (...lines: readonly string[]): ReadonlySet<string> => new Set(lines.join(' ').split(' '));

/** Verbs that wish and do not do: alone they promise nothing that could be proved. */
export const wishfulVerbs = setOf(
  'procurar promover apoyar fortalecer coordinar impulsar fomentar contribuir propiciar colaborar velar articular favorecer',
  'incentivar intentar tratar buscar participar acompanar facilitar potenciar robustecer afianzar coadyuvar aspirar pretender',
  'considerar respaldar estimular dinamizar visibilizar',
);

/** Words of Spanish that end like an infinitive and are none. */
export const nounsLikeInfinitives = setOf(
  'taller lugar hogar mujer familiar escolar militar particular similar singular popular regular auxiliar bienestar malestar',
  'mayor menor cualquier ayer primer tercer celular pilar dolar altar ejemplar preescolar vehicular solar lunar angular',
  'interdisciplinar multidisciplinar titular tutelar lider caracter cancer anterior exterior interior superior',
);

/** Futures that say that something will be, not that somebody will do it. */
export const weakFutures = setOf('ser estar tendr haber habr podr poder deber querr tener');

/** Verbs of doing in English, in the form that follows "will" or opens a sentence. */
export const doingVerbsInEnglish = setOf(
  'adopt appoint approve assign audit build buy call carry certify clean close complete conduct construct create deliver',
  'deploy design distribute draft elect employ equip establish evaluate fence finance finish fix form fund furnish give hand',
  'hire hold inspect install interview issue launch lend light list maintain make map mend open operate organise organize',
  'paint pave pay perform place plant prepare present print procure produce provide publish purchase put record recruit',
  'refer refurbish register rehabilitate remove rent repair replace report restore review run send serve set share sign',
  'staff start submit supply survey teach test train transfer translate transport update upload visit write',
);
