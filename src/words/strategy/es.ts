/** The strategy: axes, objectives, lines of action, their versions and what is aligned to them. */
export const es = {
  'refusal.strategy.not-found': 'No hay una estrategia con esa dirección, o no está publicada.',
  'strategy.prevention-level.primary': 'Primaria: para toda la población',
  'strategy.prevention-level.secondary': 'Secundaria: para quienes están en riesgo',
  'strategy.prevention-level.tertiary': 'Terciaria: después de la violencia',
  'strategy.prevention-type.social': 'Social: sobre las causas',
  'strategy.prevention-type.situational': 'Situacional: sobre las oportunidades',
  'strategy.prevention-type.community': 'Comunitaria',
  'strategy.prevention-type.policing': 'Policial',
  'strategy.prevention-type.cpted': 'Del entorno (CPTED)',
  'strategy.inspire.laws': 'Aplicación y cumplimiento de las leyes',
  'strategy.inspire.norms': 'Normas y valores',
  'strategy.inspire.safe-environments': 'Entornos seguros',
  'strategy.inspire.parents': 'Apoyo a madres, padres y cuidadores',
  'strategy.inspire.income': 'Ingresos y fortalecimiento económico',
  'strategy.inspire.response': 'Servicios de respuesta y apoyo',
  'strategy.inspire.education': 'Educación y habilidades para la vida',
} as const;
