import type { FastifyRequest } from 'fastify';

/** Whether somebody's hand is behind a request. When the session ends is asked without one, and so is what a page watches for by itself. */
export const isUse = ({ method, routeOptions, headers }: FastifyRequest): boolean =>
  method !== 'GET' || (routeOptions.url !== '/api/session' && headers['x-by-itself'] !== '1');
