/** Types of the HTTP interface that the app uses, generated from docs/openapi.json by `npm run api-types`; not edited by hand. */
export type paths = Record<string, never>;
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** Body_report_api_v1_reports_post */
        Body_report_api_v1_reports_post: {
            /**
             * Contact
             * @default
             */
            contact: string;
            /** Id */
            id: string;
            /** Kind */
            kind: string;
            /**
             * Lang
             * @default zh
             */
            lang: string;
            /**
             * Text
             * @default
             */
            text: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
