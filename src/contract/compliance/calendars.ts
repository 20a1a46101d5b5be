import { z } from 'zod';
import { defineOperations } from '../operation.ts';
import * as shape from '../actors/shapes.ts';

const inPlace = z.object({ territory: shape.territoryReference });
const currency = z
  .string()
  .regex(/^[A-Z]{3}$/)
  .describe('A currency by its three letters.');
const rate = z
  .string()
  .regex(/^\d{1,10}(\.\d{1,10})?$/)
  .refine((text) => Number(text) > 0)
  .describe('Exact, as text: "505.25".');

const list = { method: 'GET', admission: 'anyone', refusals: ['actors.territory-not-found'] } as const;
const change = { admission: 'signed-in', deed: 'oversee-agreement' } as const;
const listOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), abilities: shape.abilities });

const holidayBody = { on: shape.day, name: shape.line(200), sourceId: z.string().max(200).nullish() };
const holidayParams = z.object({ holidayId: z.uuid() });
const rateBody = {
  from: currency.describe('One unit of it …'),
  to: currency.describe('… was worth so much of this.'),
  rate,
  on: shape.day,
  source: z.string().trim().min(3).max(300),
};
const rateParams = z.object({ rateId: z.uuid() });
const quietBody = { from: shape.day, to: shape.day, reason: z.string().trim().min(3).max(500) };
const quietParams = z.object({ periodId: z.uuid() });
const rateRefusals = [
  'shared.forbidden',
  'actors.territory-not-found',
  'compliance.same-currency',
  'compliance.rate-there',
];
const quietRefusals = ['shared.forbidden', 'actors.territory-not-found', 'compliance.ends-before-it-begins'];

/** Days that do not count, rates of exchange, and times before an election. */
export const calendarOperations = defineOperations('compliance', {
  listHolidays: {
    ...list,
    path: '/api/holidays',
    summary: 'Days that are not working days in a territory: its own, those of the country, those below it',
    query: inPlace.extend({ year: z.coerce.number().int().min(1990).max(2100).optional() }),
    response: listOf(
      z.object({
        id: z.uuid(),
        on: z.string(),
        name: z.string(),
        territory: shape.place,
        source: shape.source.nullable(),
        version: z.number(),
      }),
    ),
  },
  createHoliday: {
    ...change,
    method: 'POST',
    path: '/api/holidays',
    summary: 'Adds a day that is not a working day, for a country or one of its territories',
    body: inPlace.extend(holidayBody).strict(),
    response: shape.idAndVersion,
    status: 201,
    refusals: ['shared.forbidden', 'actors.territory-not-found', 'compliance.holiday-there'],
  },
  updateHoliday: {
    ...change,
    method: 'PUT',
    path: '/api/holidays/{holidayId}',
    summary: 'Corrects a day that is not a working day',
    params: holidayParams,
    body: z.strictObject(holidayBody),
    response: shape.idAndVersion,
    versioned: true,
    refusals: [
      'shared.forbidden',
      'shared.stale',
      'compliance.holiday-not-found',
      'compliance.holiday-there',
    ],
  },
  deleteHoliday: {
    ...change,
    method: 'DELETE',
    path: '/api/holidays/{holidayId}',
    summary: 'Takes a day out of those that do not count',
    params: holidayParams,
    response: shape.done,
    versioned: true,
    refusals: ['shared.forbidden', 'shared.stale', 'compliance.holiday-not-found'],
  },
  listExchangeRates: {
    ...list,
    path: '/api/exchange-rates',
    summary: 'Dated and sourced rates at which money of a country is added across currencies, newest first',
    query: inPlace,
    response: listOf(z.object({ id: z.uuid(), ...rateBody, on: z.string(), version: z.number() })),
  },
  createExchangeRate: {
    ...change,
    method: 'POST',
    path: '/api/exchange-rates',
    summary: 'Adds what a currency was worth in another on a day, with its source',
    body: inPlace.extend(rateBody).strict(),
    response: shape.idAndVersion,
    status: 201,
    refusals: rateRefusals,
  },
  updateExchangeRate: {
    ...change,
    method: 'PUT',
    path: '/api/exchange-rates/{rateId}',
    summary: 'Corrects a rate of exchange',
    params: rateParams,
    body: z.strictObject(rateBody),
    response: shape.idAndVersion,
    versioned: true,
    refusals: [...rateRefusals, 'shared.stale', 'compliance.rate-not-found'],
  },
  deleteExchangeRate: {
    ...change,
    method: 'DELETE',
    path: '/api/exchange-rates/{rateId}',
    summary: 'Takes a rate of exchange out',
    params: rateParams,
    response: shape.done,
    versioned: true,
    refusals: ['shared.forbidden', 'shared.stale', 'compliance.rate-not-found'],
  },
  listQuietPeriods: {
    ...list,
    path: '/api/quiet-periods',
    summary: 'Times before an election in which late and breached states of a country are not published',
    query: inPlace,
    response: listOf(
      z.object({
        id: z.uuid(),
        from: z.string(),
        to: z.string(),
        reason: z.string(),
        territory: shape.place,
        version: z.number(),
      }),
    ),
  },
  createQuietPeriod: {
    ...change,
    method: 'POST',
    path: '/api/quiet-periods',
    summary: 'Sets a time in which late and breached states are not published',
    body: inPlace.extend(quietBody).strict(),
    response: shape.idAndVersion,
    status: 201,
    refusals: quietRefusals,
  },
  updateQuietPeriod: {
    ...change,
    method: 'PUT',
    path: '/api/quiet-periods/{periodId}',
    summary: 'Corrects a time in which late and breached states are not published',
    params: quietParams,
    body: z.strictObject(quietBody),
    response: shape.idAndVersion,
    versioned: true,
    refusals: [...quietRefusals, 'shared.stale', 'compliance.quiet-period-not-found'],
  },
  deleteQuietPeriod: {
    ...change,
    method: 'DELETE',
    path: '/api/quiet-periods/{periodId}',
    summary: 'Takes a quiet period out',
    params: quietParams,
    response: shape.done,
    versioned: true,
    refusals: ['shared.forbidden', 'shared.stale', 'compliance.quiet-period-not-found'],
  },
});
