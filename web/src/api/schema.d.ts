// Generated from docs/openapi.json by `npm run types`; not to be changed by hand.

export interface paths {
    "/api/v1/appraise": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which projects can be appraised, and what is missing for the others? */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AppraisalsAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appraise/{project}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is a project worth, to whom, and how sure is that? */
        get: {
            parameters: {
                query?: {
                    /** @description An input and its value: `capital:800`. May be repeated. */
                    set?: string[];
                    /** @description An instrument and, if wanted, its size: `grant:120`. May be repeated; all kinds by default. */
                    instrument?: string[];
                    /** @description `real` (by default) or `nominal` money. */
                    basis?: string;
                    /** @description Discount rate of that basis, as a fraction. */
                    discount?: number;
                    /** @description `geometric` or `mean-reverting`; as calibrated by default. */
                    process?: string;
                    /** @description Number of draws, at most 100 000; 1 000 by default, 0 for the base case alone. */
                    draws?: number;
                    /** @description Seed. */
                    seed?: number;
                    /** @description `true`: without inputs, history of prices, impacts and instruments. */
                    brief?: boolean;
                };
                header?: never;
                path: {
                    /** @description Id of a project, as `keliber` */
                    project: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AppraisalAnswer"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appraise/{project}/workbook": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The base case of an appraisal as a workbook with live formulas: a spreadsheet computes it again. */
        get: {
            parameters: {
                query?: {
                    /** @description An input and its value: `capital:800`. May be repeated. */
                    set?: string[];
                    /** @description An instrument and, if wanted, its size: `grant:120`. May be repeated; all kinds by default. */
                    instrument?: string[];
                    /** @description `real` (by default) or `nominal` money. */
                    basis?: string;
                    /** @description Discount rate of that basis, as a fraction. */
                    discount?: number;
                    /** @description `geometric` or `mean-reverting`; as calibrated by default. */
                    process?: string;
                    /** @description Number of draws, at most 100 000; 1 000 by default, 0 for the base case alone. */
                    draws?: number;
                    /** @description Seed. */
                    seed?: number;
                    /** @description `true`: without inputs, history of prices, impacts and instruments. */
                    brief?: boolean;
                };
                header?: never;
                path: {
                    /** @description Id of a project, as `keliber` */
                    project: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The workbook */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/{edition}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every published figure of an edition against the one computed from the published inputs. */
        get: {
            parameters: {
                query?: {
                    /** @description Years of the governance mean, `2016-2020` by default */
                    governance?: string;
                };
                header?: never;
                path: {
                    /** @description Edition, `ec-2023` */
                    edition: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AuditAnswer"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/benchmarks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far is Europe from its four benchmarks, and which projects carry them? */
        get: {
            parameters: {
                query?: {
                    /** @description Year, to 2040; 2030 by default. */
                    year?: number;
                    /** @description `act` (by default) or `proxy`: which reading the main figures take. */
                    definition?: string;
                    /** @description A project fails. May be repeated. */
                    without?: string[];
                    /** @description Number of draws, at most 100 000. */
                    draws?: number;
                    /** @description Seed. */
                    seed?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BenchmarksAnswer"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/boundaries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Official boundaries of level 2 that the user has imported into the workspace, as `GeoJSON` with their notice. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The boundaries; `notice` says whose they are */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/geo+json": string;
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chain/{material}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A material's chain: what flows to what, and what comes back. */
        get: {
            parameters: {
                query?: {
                    /** @description Year; the latest with production and trade by default */
                    year?: number;
                };
                header?: never;
                path: {
                    /** @description Id or name */
                    material: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ChainAnswer"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/choose/{portfolio}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The best set of a portfolio under all rules, with bound and gap. */
        get: {
            parameters: {
                query?: {
                    /** @description A fund, its budget in million euro, and the year if it is of one year: `jtf:200`, `jtf:50@2028`. May be repeated. */
                    budget?: string[];
                    /** @description A rule and its new limit, or `off`: `carbon:900`, `carbon:off`. May be repeated. */
                    rule?: string[];
                    /** @description A project that must be chosen. May be repeated. */
                    with?: string[];
                    /** @description A project that must not. May be repeated. */
                    without?: string[];
                    /** @description Seconds that solving may take, at most 30; 2 by default. */
                    time_limit?: number;
                    /** @description Gap at which it may stop; 0.0001 by default. */
                    gap?: number;
                };
                header?: never;
                path: {
                    /** @description Id of a portfolio */
                    portfolio: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PortfolioAnswer"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/choose/{portfolio}/front": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The Pareto front of two measures of a portfolio. */
        get: {
            parameters: {
                query?: {
                    /** @description A fund, its budget in million euro, and the year if it is of one year: `jtf:200`, `jtf:50@2028`. May be repeated. */
                    budget?: string[];
                    /** @description A rule and its new limit, or `off`: `carbon:900`, `carbon:off`. May be repeated. */
                    rule?: string[];
                    /** @description A project that must be chosen. May be repeated. */
                    with?: string[];
                    /** @description A project that must not. May be repeated. */
                    without?: string[];
                    /** @description Seconds that solving may take, at most 30; 2 by default. */
                    time_limit?: number;
                    /** @description Gap at which it may stop; 0.0001 by default. */
                    gap?: number;
                    /** @description Two measures: `npv,carbon`; the objective and public cost by default. */
                    front?: string;
                    /** @description Points at most, no more than 50; 12 by default. */
                    points?: number;
                };
                header?: never;
                path: {
                    /** @description Id of a portfolio */
                    portfolio: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["FrontAnswer"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/choose/{portfolio}/near": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sets that are nearly as good as the best. */
        get: {
            parameters: {
                query?: {
                    /** @description A fund, its budget in million euro, and the year if it is of one year: `jtf:200`, `jtf:50@2028`. May be repeated. */
                    budget?: string[];
                    /** @description A rule and its new limit, or `off`: `carbon:900`, `carbon:off`. May be repeated. */
                    rule?: string[];
                    /** @description A project that must be chosen. May be repeated. */
                    with?: string[];
                    /** @description A project that must not. May be repeated. */
                    without?: string[];
                    /** @description Seconds that solving may take, at most 30; 2 by default. */
                    time_limit?: number;
                    /** @description Gap at which it may stop; 0.0001 by default. */
                    gap?: number;
                    /** @description Sets at most, no more than 50; 10 by default. */
                    near?: number;
                    /** @description They may be worse by this share; 0.05 by default. */
                    within?: number;
                };
                header?: never;
                path: {
                    /** @description Id of a portfolio */
                    portfolio: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NearAnswer"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/choose/{portfolio}/robust": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The choice that stands when the world turns out otherwise. */
        get: {
            parameters: {
                query?: {
                    /** @description A fund, its budget in million euro, and the year if it is of one year: `jtf:200`, `jtf:50@2028`. May be repeated. */
                    budget?: string[];
                    /** @description A rule and its new limit, or `off`: `carbon:900`, `carbon:off`. May be repeated. */
                    rule?: string[];
                    /** @description A project that must be chosen. May be repeated. */
                    with?: string[];
                    /** @description A project that must not. May be repeated. */
                    without?: string[];
                    /** @description Seconds that solving may take, at most 30; 2 by default. */
                    time_limit?: number;
                    /** @description Gap at which it may stop; 0.0001 by default. */
                    gap?: number;
                    /** @description `expected`, `worst` or `regret`; all three by default. May be repeated. */
                    robust?: string[];
                    /** @description Number of draws; 200 by default. */
                    draws?: number;
                    /** @description Seed. */
                    seed?: number;
                };
                header?: never;
                path: {
                    /** @description Id of a portfolio */
                    portfolio: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RobustAnswer"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clocks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The clocks that adit brings along. */
        get: {
            parameters: {
                query?: {
                    /** @description The day of the question; today in UTC by default */
                    "as-of"?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ClocksAnswer"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** The clock of a file of your own: its text is the body. */
        post: {
            parameters: {
                query?: {
                    /** @description The day of the question; today in UTC by default. */
                    "as-of"?: string;
                    /** @description An event that is supposed: `supplement-delivered=2026-06-01`. May be repeated. */
                    "what-if"?: string[];
                    /** @description Which of two readings of a disputed rule is followed. May be repeated. */
                    reading?: string[];
                    /** @description Number of draws of the projection, at most 100 000. */
                    draws?: number;
                    /** @description Seed. */
                    seed?: number;
                    /** @description How likely is a decision before this day? */
                    before?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/toml": string;
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ClockAnswer"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clocks/{clock}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What does the law require of a project by when, and who is late? */
        get: {
            parameters: {
                query?: {
                    /** @description The day of the question; today in UTC by default. */
                    "as-of"?: string;
                    /** @description An event that is supposed: `supplement-delivered=2026-06-01`. May be repeated. */
                    "what-if"?: string[];
                    /** @description Which of two readings of a disputed rule is followed. May be repeated. */
                    reading?: string[];
                    /** @description Number of draws of the projection, at most 100 000. */
                    draws?: number;
                    /** @description Seed. */
                    seed?: number;
                    /** @description How likely is a decision before this day? */
                    before?: string;
                };
                header?: never;
                path: {
                    /** @description Id of a clock, as `extraction` */
                    clock: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ClockAnswer"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/explain/{material}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which single input, changed to what, would give a supply risk. */
        get: {
            parameters: {
                query: {
                    /** @description Edition of the study, `ec-2023` by default. */
                    edition?: string;
                    /** @description Years of the governance mean, `2016-2020` by default. */
                    governance?: string;
                    /** @description Widen bounds and draws by the World Bank's standard errors. */
                    governance_error?: boolean;
                    /** @description Compute under this scope instead of the published one: `both`, `gs` or `eus`. */
                    scope?: string;
                    /** @description Only this stage: of what is shown, and of what a what-if changes. */
                    stage?: string;
                    /** @description A place takes a share of EU sourcing: `FI:0.25`. May be repeated; the shares sum to at most 1. */
                    add?: string[];
                    /** @description A supplier is gone: `CN`. May be repeated. */
                    without?: string[];
                    /** @description EoL-RIR, a fraction. */
                    recycling?: number;
                    /** @description The supply risk to be reached */
                    target: number;
                };
                header?: never;
                path: {
                    /** @description Id or name */
                    material: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ExplainAnswer"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/facts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The tables of facts; with `table`, the facts of that table. */
        get: {
            parameters: {
                query?: {
                    /** @description A table's name */
                    table?: string;
                    /** @description First parts of the row keys, `ec-2023/lithium` */
                    under?: string;
                    /** @description At most this many facts, 2 000 by default and at most */
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TablesOrFacts"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/facts/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One fact by its key. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Key, `recycling/ec-2023/lithium/eol-rir` (slashes as they are) */
                    key: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["FactAnswer"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/figures/audit/{edition}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Published against computed, worst differences first. */
        get: {
            parameters: {
                query?: {
                    /** @description Years of the governance mean, `2016-2020` by default */
                    governance?: string;
                };
                header?: never;
                path: {
                    /** @description Edition, `ec-2023` */
                    edition: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Figure"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/figures/history/{material}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A material over the assessments. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Id or name */
                    material: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Figure"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/figures/matrix": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The criticality matrix of an edition. */
        get: {
            parameters: {
                query?: {
                    /** @description Edition of the study, `ec-2023` by default. */
                    edition?: string;
                    /** @description Years of the governance mean, `2016-2020` by default. */
                    governance?: string;
                    /** @description Widen bounds and draws by the World Bank's standard errors. */
                    governance_error?: boolean;
                    /** @description Compute under this scope instead of the published one: `both`, `gs` or `eus`. */
                    scope?: string;
                    /** @description Only this stage: of what is shown, and of what a what-if changes. */
                    stage?: string;
                    /** @description A place takes a share of EU sourcing: `FI:0.25`. May be repeated; the shares sum to at most 1. */
                    add?: string[];
                    /** @description A supplier is gone: `CN`. May be repeated. */
                    without?: string[];
                    /** @description EoL-RIR, a fraction. */
                    recycling?: number;
                    /** @description `computed` (default) or `published` */
                    basis?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Figure"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/figures/suppliers/{material}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The suppliers of a stage. */
        get: {
            parameters: {
                query?: {
                    /** @description Edition of the study, `ec-2023` by default. */
                    edition?: string;
                    /** @description Years of the governance mean, `2016-2020` by default. */
                    governance?: string;
                    /** @description Widen bounds and draws by the World Bank's standard errors. */
                    governance_error?: boolean;
                    /** @description Compute under this scope instead of the published one: `both`, `gs` or `eus`. */
                    scope?: string;
                    /** @description Only this stage: of what is shown, and of what a what-if changes. */
                    stage?: string;
                    /** @description A place takes a share of EU sourcing: `FI:0.25`. May be repeated; the shares sum to at most 1. */
                    add?: string[];
                    /** @description A supplier is gone: `CN`. May be repeated. */
                    without?: string[];
                    /** @description EoL-RIR, a fraction. */
                    recycling?: number;
                    /** @description `world` (default) or `europe` */
                    side?: string;
                };
                header?: never;
                path: {
                    /** @description Id or name */
                    material: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Figure"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/flips/{material}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * For every single input, every value at which a material would cross the thresholds, nearest first, or the proof that
         *     there is none.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Edition of the study, `ec-2023` by default. */
                    edition?: string;
                    /** @description Years of the governance mean, `2016-2020` by default. */
                    governance?: string;
                    /** @description Widen bounds and draws by the World Bank's standard errors. */
                    governance_error?: boolean;
                    /** @description Compute under this scope instead of the published one: `both`, `gs` or `eus`. */
                    scope?: string;
                    /** @description Only this stage: of what is shown, and of what a what-if changes. */
                    stage?: string;
                    /** @description A place takes a share of EU sourcing: `FI:0.25`. May be repeated; the shares sum to at most 1. */
                    add?: string[];
                    /** @description A supplier is gone: `CN`. May be repeated. */
                    without?: string[];
                    /** @description EoL-RIR, a fraction. */
                    recycling?: number;
                    /** @description At most this many flips */
                    limit?: number;
                };
                header?: never;
                path: {
                    /** @description Id or name */
                    material: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["FlipsAnswer"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/geopolrisk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How exposed is a country, by a second, independent method? */
        get: {
            parameters: {
                query?: {
                    /** @description Only this material. */
                    material?: string;
                    /** @description Only this country, or `EU27`. */
                    country?: string;
                    /** @description Only this year. */
                    year?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GeoPolRiskAnswer"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Published figures over the assessments. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["HistoryAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/history/{material}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Published figures of one material over the assessments. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Id or name */
                    material: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["HistoryAnswer"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/materials": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The materials, with the names that publishers give them. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MaterialsAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/materials/{material}/suppliers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who supplies a material, by stage. */
        get: {
            parameters: {
                query?: {
                    /** @description Edition of the study, `ec-2023` by default. */
                    edition?: string;
                    /** @description Years of the governance mean, `2016-2020` by default. */
                    governance?: string;
                    /** @description Widen bounds and draws by the World Bank's standard errors. */
                    governance_error?: boolean;
                    /** @description Compute under this scope instead of the published one: `both`, `gs` or `eus`. */
                    scope?: string;
                    /** @description Only this stage: of what is shown, and of what a what-if changes. */
                    stage?: string;
                    /** @description A place takes a share of EU sourcing: `FI:0.25`. May be repeated; the shares sum to at most 1. */
                    add?: string[];
                    /** @description A supplier is gone: `CN`. May be repeated. */
                    without?: string[];
                    /** @description EoL-RIR, a fraction. */
                    recycling?: number;
                };
                header?: never;
                path: {
                    /** @description Id or name */
                    material: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SuppliersAnswer"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meta": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Version, data, editions, thresholds, rooms. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MetaAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/obligations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is due under the Act, for whom? */
        get: {
            parameters: {
                query?: {
                    /** @description The day of the question; today in UTC by default. */
                    "as-of"?: string;
                    /** @description Only what binds this party, as `member-state`. */
                    who?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ObligationsAnswer"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/outlook": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The cases that adit brings along. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OutlookCases"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/outlook/{case}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What will be needed, what is in use, what comes back, and what recycling can give? */
        get: {
            parameters: {
                query?: {
                    /**
                     * @description A lever, its value, and the year by which it is reached if that is not 2035: `collection:0.9@2040`. May be
                     *     repeated.
                     */
                    set?: string[];
                    /** @description Only this material. May be repeated. */
                    material?: string[];
                    /** @description Number of draws, at most 100 000; none by default. */
                    draws?: number;
                    /** @description Seed. */
                    seed?: number;
                    /** @description `plain` (by default), `latin-hypercube` or `sobol`. */
                    sampling?: string;
                    /** @description A region, by NUTS code or name: an estimate of what comes back in it and near it. */
                    region?: string;
                    /** @description How far away a neighbour of the region may be, kilometres between centre points; 300 by default. */
                    within?: number;
                    /** @description `true`: without products and assumptions. */
                    brief?: boolean;
                };
                header?: never;
                path: {
                    /** @description Id of a case, as `eu-batteries` */
                    case: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OutlookAnswer"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/outlook/{case}/flows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What goes where in one year? */
        get: {
            parameters: {
                query?: {
                    /** @description A lever that is moved. May be repeated. */
                    set?: string[];
                    /** @description The material; the first of the case by default. */
                    material?: string;
                    /** @description The year; 2040 by default. */
                    year?: number;
                };
                header?: never;
                path: {
                    /** @description Id of a case */
                    case: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OutlookFlows"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/outlook/{case}/matters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which assumption matters most? */
        get: {
            parameters: {
                query?: {
                    /** @description A lever that is moved. May be repeated. */
                    set?: string[];
                    /** @description Only this material. May be repeated. */
                    material?: string[];
                    /** @description The line; `secondary-supply` by default. */
                    line?: string;
                    /** @description The year; 2040 by default. */
                    year?: number;
                    /** @description Rows of each sample matrix, at most 4 096; 256 by default. */
                    samples?: number;
                    /** @description Seed. */
                    seed?: number;
                };
                header?: never;
                path: {
                    /** @description Id of a case */
                    case: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OutlookMatters"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/places": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The countries, and whether they are member states. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PlacesAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The made-up plans that adit brings along. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PlansAnswer"];
                    };
                };
            };
        };
        put?: never;
        /** The check of a plan file of your own: its text is the body. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/toml": string;
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PlanAnswer"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plans/{plan}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Did a plan do what Art. 13 asks? */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Id of a plan, as `upper-valley` */
                    plan: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PlanAnswer"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/portfolios": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The portfolios that adit brings along, and those of the workspace. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PortfoliosAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/region/{region}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A region's dossier: by code (2024 or 2021), name, or region of the REMIX project. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description NUTS code or name */
                    region: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RegionAnswer"];
                    };
                };
                /** @description Several regions are meant; the hint names their codes */
                300: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/regions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Regions of NUTS 2024 with centre points: enough to draw a schematic map. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RegionsAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/risk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Supply risk and economic importance of every material. */
        get: {
            parameters: {
                query?: {
                    /** @description Edition of the study, `ec-2023` by default. */
                    edition?: string;
                    /** @description Years of the governance mean, `2016-2020` by default. */
                    governance?: string;
                    /** @description Widen bounds and draws by the World Bank's standard errors. */
                    governance_error?: boolean;
                    /** @description Compute under this scope instead of the published one: `both`, `gs` or `eus`. */
                    scope?: string;
                    /** @description Only this stage: of what is shown, and of what a what-if changes. */
                    stage?: string;
                    /** @description A place takes a share of EU sourcing: `FI:0.25`. May be repeated; the shares sum to at most 1. */
                    add?: string[];
                    /** @description A supplier is gone: `CN`. May be repeated. */
                    without?: string[];
                    /** @description EoL-RIR, a fraction. */
                    recycling?: number;
                    /** @description Number of draws, at most 100 000. */
                    draws?: number;
                    /** @description Seed. */
                    seed?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RiskAnswer"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/risk/{material}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Supply risk and economic importance of one material, after the what-if of the query. */
        get: {
            parameters: {
                query?: {
                    /** @description Edition of the study, `ec-2023` by default. */
                    edition?: string;
                    /** @description Years of the governance mean, `2016-2020` by default. */
                    governance?: string;
                    /** @description Widen bounds and draws by the World Bank's standard errors. */
                    governance_error?: boolean;
                    /** @description Compute under this scope instead of the published one: `both`, `gs` or `eus`. */
                    scope?: string;
                    /** @description Only this stage: of what is shown, and of what a what-if changes. */
                    stage?: string;
                    /** @description A place takes a share of EU sourcing: `FI:0.25`. May be repeated; the shares sum to at most 1. */
                    add?: string[];
                    /** @description A supplier is gone: `CN`. May be repeated. */
                    without?: string[];
                    /** @description EoL-RIR, a fraction. */
                    recycling?: number;
                    /** @description Number of draws, at most 100 000. */
                    draws?: number;
                    /** @description Seed. */
                    seed?: number;
                };
                header?: never;
                path: {
                    /** @description Id or name */
                    material: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RiskAnswer"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rounds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which rounds are there? */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RoundsAnswer"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rounds/{round}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What does a round ask? */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Name of a round */
                    round: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RoundAnswer"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rounds/{round}/ballots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give an answer. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Name of a round */
                    round: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["BallotGiven"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BallotReceipt"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rounds/{round}/result": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What came out of a closed round, by group? */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Name of a closed round */
                    round: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RoundResult"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sites and projects at points. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SitesAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The sources with their licences and the attribution they ask for. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SourcesAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tables/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A table as a file, `.csv`, `.xlsx` or `.parquet`: `risk`, `audit`, `history`, `suppliers-MATERIAL`, `flips-MATERIAL`; `sites`,
         *     `benchmarks`, `benchmark-projects`, `together`, `coalitions`, `geopolrisk` with the words of their own questions,
         *     `region-CODE`, `chain-MATERIAL-YEAR`, `chain-stages-MATERIAL-YEAR`; `outlook`, and with the words of their
         *     own questions `outlook-CASE`, `outlook-assumptions-CASE`, `outlook-matters-CASE`, `outlook-flows-CASE`; `appraise`,
         *     `appraise-PROJECT` and with `lines`, `inputs` or `instruments` before the project those; `choose`, `choose-PORTFOLIO`
         *     and with `rejected`, `limits`, `years`, `front`, `near` or `robust` before the portfolio those.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Edition of the study, `ec-2023` by default. */
                    edition?: string;
                    /** @description Years of the governance mean, `2016-2020` by default. */
                    governance?: string;
                    /** @description Widen bounds and draws by the World Bank's standard errors. */
                    governance_error?: boolean;
                    /** @description Compute under this scope instead of the published one: `both`, `gs` or `eus`. */
                    scope?: string;
                    /** @description Only this stage: of what is shown, and of what a what-if changes. */
                    stage?: string;
                    /** @description A place takes a share of EU sourcing: `FI:0.25`. May be repeated; the shares sum to at most 1. */
                    add?: string[];
                    /** @description A supplier is gone: `CN`. May be repeated. */
                    without?: string[];
                    /** @description EoL-RIR, a fraction. */
                    recycling?: number;
                };
                header?: never;
                path: {
                    /** @description `risk.csv`, `suppliers-lithium.xlsx` ... */
                    file: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The table */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/csv": string;
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                        "application/vnd.apache.parquet": number[];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/together": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What do regions change in Europe's official numbers, alone and together? */
        get: {
            parameters: {
                query: {
                    /** @description Regions by code or name, separated by commas. May be repeated. */
                    regions: string[];
                    /** @description Material by id or name; that of most projects there by default. */
                    material?: string;
                    /** @description `sr` (by default), `extraction`, `processing`, `recycling` or `single-country`. */
                    measure?: string;
                    /** @description Play one stage: `extraction` or `processing`. */
                    stage?: string;
                    /** @description Year, to 2040; 2030 by default. */
                    year?: number;
                    /** @description `proportional` (by default), `largest-first`, `worst-governed-first` or `imports-only`. */
                    displacement?: string;
                    /** @description EU supply in tonnes contained. */
                    supply?: number;
                    /** @description `all`: every project is built and runs; `expected` by default. */
                    built?: string;
                    /** @description A project is left out. May be repeated. */
                    without?: string[];
                    /** @description The figure to be reached. */
                    target?: number;
                    /** @description Number of draws, at most 100 000. */
                    draws?: number;
                    /** @description Seed. */
                    seed?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TogetherAnswer"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/weigh/{portfolio}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whose priorities does a portfolio serve? Under all weights that are possible, and under one's own, which are stored
         *     nowhere.
         */
        get: {
            parameters: {
                query?: {
                    /** @description A criterion and one's own weight of it, from 0 up: `carbon:80`. May be repeated; all count alike by default. */
                    w?: string[];
                };
                header?: never;
                path: {
                    /** @description Id of a portfolio */
                    portfolio: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WeighedAnswer"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/why": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where a number comes from: its derivation, down to facts with source, edition, locator and licence. */
        get: {
            parameters: {
                query: {
                    /** @description Id of a number or key of a fact, `risk.sr/magnesium/processing` */
                    id: string;
                    /** @description Every arithmetic step as well */
                    steps?: boolean;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WhyAnswer"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description A project, and whether it can be appraised. */
        AppraisableProject: components["schemas"]["AppraisalProject"] & {
            /** @description Inputs that are marked assumptions. */
            assumed: number;
            /** @description What is missing, in words; empty if it is ready. */
            missing: string[];
            /** @description Whether a cash flow can be computed. */
            ready: boolean;
            /** @description Inputs that come from a source. */
            sourced: number;
        };
        /** @description The appraisal of a project. */
        AppraisalAnswer: {
            /** @description Price of the main product at which the net present value is zero, `EUR/t`; beside today's in `prices`. */
            break_even: components["schemas"]["ChooseBand"];
            /** @description Every year of its life; `revenue + by-products - cost - tax = net`. */
            cash_flow: components["schemas"]["AppraisalYear"][];
            /**
             * Format: double
             * @description Share of draws in which the net present value is positive; null without draws.
             */
            chance_positive?: number | null;
            /** @description Lowest debt service cover ratio over the life of the debt; base null if there is no debt. */
            debt_cover: components["schemas"]["ChooseBand"];
            /** @description Draws behind the bands; 0 if none were made. */
            draws: number;
            /**
             * Format: int32
             * @description Form of the document.
             */
            format: number;
            /** @description Impacts beside imports at the world mix. */
            impacts: components["schemas"]["AppraisalImpact"][];
            /** @description Everything that went in, with its source. */
            inputs: components["schemas"]["AppraisalInput"][];
            /** @description Public instruments side by side, each alone. */
            instruments: components["schemas"]["AppraisalInstrument"][];
            /** @description Internal rate of return. */
            irr: components["schemas"]["AppraisalIrr"];
            /** @description Jobs by phase. */
            jobs: components["schemas"]["AppraisalJobs"][];
            /** @description Cost per tonne of main product, both discounted, after by-products, `EUR/t`. */
            levelised_cost: components["schemas"]["ChooseBand"];
            /** @description Every line item by year, in the order of the account. */
            lines: components["schemas"]["AppraisalLine"][];
            /** @description Which inputs matter most, the largest first. */
            matters: components["schemas"]["AppraisalMatters"][];
            /** @description What is not known, in words. */
            missing: string[];
            /** @description What the money is, and how it is discounted. */
            money: components["schemas"]["AppraisalMoney"];
            /** @description What must be said beside the figures. */
            notes: string[];
            /** @description Net present value, `million EUR`. */
            npv: components["schemas"]["ChooseBand"];
            /** @description Years from the first expense until the cumulative cash flow stays positive, undiscounted. */
            payback: components["schemas"]["ChooseBand"];
            /** @description The phases of its life. */
            phases: components["schemas"]["AppraisalPhase"][];
            /** @description How its prices were modelled. */
            prices: components["schemas"]["AppraisalPrice"][];
            /** @description Product that prices and costs per tonne are about, in words: "lithium hydroxide monohydrate". */
            product: string;
            /** @description The project. */
            project: components["schemas"]["AppraisalProject"];
            /** @description Public income by level and year. */
            public_income: components["schemas"]["AppraisalIncome"][];
            /** @description The answer in words, the most important first. */
            says: string[];
            /**
             * Format: int64
             * @description Seed of the draws.
             */
            seed: number;
            stages?: components["schemas"]["AppraisalStages"] | null;
            waiting?: components["schemas"]["AppraisalWaiting"] | null;
        };
        /** @description A rule of public money, broken or kept. */
        AppraisalBreach: {
            /**
             * Format: double
             * @description What is the case here.
             */
            found?: number | null;
            /**
             * Format: double
             * @description The limit, if the rule has one.
             */
            limit?: number | null;
            /** @description Its paragraph: "Reg. (EU) No 651/2014 Art. 14(12)". */
            paragraph: string;
            /** @description Id of the rule. */
            rule: string;
            /** @description In words: what it says, and what is the case here. */
            says: string;
            /** @description Unit of both. */
            unit?: string | null;
            /** @description Last day on which the rule is valid; null if it has no end. */
            valid_to?: string | null;
            /** @description Key of the fact, which `why` opens. */
            why?: string | null;
        };
        /** @description A gate. */
        AppraisalGate: {
            /**
             * Format: double
             * @description Chance to pass it, having come so far.
             */
            chance: number;
            /**
             * Format: double
             * @description Highest chance.
             */
            chance_high?: number | null;
            /**
             * Format: double
             * @description Lowest chance.
             */
            chance_low?: number | null;
            /**
             * Format: double
             * @description What has to be paid to reach it, `million EUR`.
             */
            cost: number;
            /** @description Id. */
            id: string;
            /** @description What is done before it, in words. */
            name: string;
            /**
             * Format: double
             * @description Value on having passed it, in the money of its year, `million EUR`.
             */
            value_if_passed?: number | null;
            /** @description Key of the fact or assumption behind the chance. */
            why?: string | null;
            /**
             * Format: int32
             * @description Year.
             */
            year: number;
        };
        /** @description One kind of impact: the project beside its alternative. There is no score over kinds. */
        AppraisalImpact: {
            /** @description Whose figures the project's are: `own` (its own statement) or `factor` (a factor of its material and stage). */
            basis?: string | null;
            /** @description Imports at the world mix of the same stage, per tonne. */
            imports: components["schemas"]["FigureDocument"];
            /** @description The same tonnes imported. */
            imports_per_year: components["schemas"]["FigureDocument"];
            /** @description `carbon`, `energy`, `water` or `land`. */
            kind: string;
            /** @description Material. */
            material: string;
            /** @description Name. */
            name: string;
            /** @description What must be known beside it. */
            note?: string | null;
            /** @description The project, per tonne of contained element. */
            project: components["schemas"]["FigureDocument"];
            /** @description The project in a year of full output. */
            project_per_year: components["schemas"]["FigureDocument"];
            /** @description In words: more or less than imports, or that the bounds do not tell. */
            says: string;
            /** @description Unit per tonne: `t/t`, `GJ/t`, `m3/t`, `m2/t`. */
            unit: string;
            /** @description Unit per year. */
            unit_per_year: string;
        };
        /** @description Public income of one kind at one level. */
        AppraisalIncome: {
            /** @description What is paid: "mineral extraction tax". */
            kind: string;
            /** @description `municipality`, `region`, `state`, `landowner` or `closure-fund`. */
            level: string;
            /** @description Name of the receiver, in words. */
            receiver: string;
            /** @description The rule, in words, with its article. */
            rule: string;
            /** @description Source id. */
            source: string;
            /**
             * Format: double
             * @description Sum over the life, `million EUR`.
             */
            total: number;
            /** @description Year by year, `million EUR`, one for each year of the cash flow. */
            values: number[];
            /** @description Id under which the sum opens. */
            why?: string | null;
        };
        /** @description An input, with its source. */
        AppraisalInput: {
            /** @description Group under which it is shown: `Project`, `Output and price`, `Cost`, `Time`, `Tax and royalty`, `Finance` ... */
            group: string;
            /**
             * Format: double
             * @description Highest.
             */
            high?: number | null;
            /** @description Id, as `--set` takes it: `capex`. */
            id: string;
            /**
             * @description `fact` (a source states it), `assumption` (marked as one), `file` (the user's own appraisal or portfolio) or
             *     `question` (set by this question).
             */
            kind: string;
            /** @description Where in the source, or why it was assumed. */
            locator: string;
            /**
             * Format: double
             * @description Lowest; null where nothing bounds it.
             */
            low?: number | null;
            /** @description Name. */
            name: string;
            /** @description What must be known beside it. */
            note?: string | null;
            /** @description Id of the source; null for what the question or the user's file states. */
            source?: string | null;
            /** @description Unit. */
            unit: string;
            /**
             * Format: double
             * @description Value.
             */
            value: number;
            /** @description Key of the fact, which `why` opens; null for what the question or the user's file states. */
            why?: string | null;
        };
        /** @description One instrument at the size asked for. */
        AppraisalInstrument: {
            /**
             * Format: double
             * @description Additional tonnes of contained element, discounted at the reference rate.
             */
            additional_tonnes?: number | null;
            /**
             * Format: double
             * @description Highest.
             */
            additional_tonnes_high?: number | null;
            /**
             * Format: double
             * @description Lowest, over the range of additionality.
             */
            additional_tonnes_low?: number | null;
            /** @description The benchmark that those points are of: `extraction`, `processing` or `recycling`; null if none. */
            benchmark?: string | null;
            /** @description Rules that it breaks, by paragraph; empty if none. */
            breaches: components["schemas"]["AppraisalBreach"][];
            /**
             * Format: double
             * @description Chance with it: an assumption.
             */
            chance_with?: number | null;
            /**
             * Format: double
             * @description Chance that the project goes ahead without it: an assumption.
             */
            chance_without?: number | null;
            /** @description Who pays what when, expected and in the states of the world that matter. */
            flows: components["schemas"]["AppraisalPublicFlow"][];
            /**
             * Format: double
             * @description Gross grant equivalent, discounted at the Commission's reference rate, `million EUR`.
             */
            grant_equivalent?: number | null;
            /**
             * Format: double
             * @description Aid intensity: gross grant equivalent over eligible costs.
             */
            intensity?: number | null;
            /**
             * Format: double
             * @description Highest intensity that the rules allow; null if none applies.
             */
            intensity_limit?: number | null;
            /** @description Rules that it was held against and keeps. */
            kept: components["schemas"]["AppraisalBreach"][];
            /**
             * @description `grant`, `soft-loan`, `guarantee`, `equity`, `price-floor`, `purchase-guarantee`, `shared-infrastructure` or
             *     `exploration-co-funding`.
             */
            kind: string;
            /**
             * Format: double
             * @description Private money per public money.
             */
            leverage?: number | null;
            /** @description Name. */
            name: string;
            /** @description What must be said beside it. */
            notes: string[];
            /**
             * Format: double
             * @description Net present value for the owner with the instrument, `million EUR`.
             */
            npv?: number | null;
            /**
             * Format: double
             * @description Percentage points of the benchmark of its stage per thousand million euro of expected public cost.
             */
            points_per_billion_eur?: number | null;
            /**
             * Format: double
             * @description Expected cost to the public, present value, `million EUR`; negative if the public earns.
             */
            public_cost?: number | null;
            /**
             * Format: double
             * @description Mean of the dearest five of a hundred draws, `million EUR`.
             */
            public_cost_tail?: number | null;
            /** @description What it is and how large, in words. */
            says: string;
            /** @description Its terms: size, rate, years, strike. */
            terms: components["schemas"]["AppraisalTerm"][];
            /**
             * Format: double
             * @description Additional tonnes per euro of expected public cost; null where that is not positive.
             */
            tonnes_per_eur?: number | null;
            /**
             * Format: double
             * @description Highest.
             */
            tonnes_per_eur_high?: number | null;
            /**
             * Format: double
             * @description Lowest, over the range of additionality.
             */
            tonnes_per_eur_low?: number | null;
            /** @description Id under which its public cost opens. */
            why?: string | null;
        };
        /** @description Internal rates of return: every root, none called *the* rate where there are several. */
        AppraisalIrr: {
            /**
             * Format: double
             * @description The rate, if there is exactly one between -99 % and 1000 %; else null.
             */
            base?: number | null;
            /**
             * Format: double
             * @description Share of draws that have exactly one rate; null without draws.
             */
            one_root?: number | null;
            /**
             * Format: double
             * @description Five of a hundred draws with exactly one rate lie below; null without draws.
             */
            p5?: number | null;
            /**
             * Format: double
             * @description Median of the draws with exactly one rate.
             */
            p50?: number | null;
            /**
             * Format: double
             * @description Five of a hundred of them lie above.
             */
            p95?: number | null;
            /** @description All roots between -99 % and 1000 %, ascending. */
            roots: number[];
            /** @description In words: which rate, or why there is none. */
            says: string;
            /** @description How often the cash flow changes its sign. */
            sign_changes: number;
            /** @description Id under which it opens. */
            why?: string | null;
        };
        /** @description Jobs in a phase. */
        AppraisalJobs: {
            /** @description Whether it is a statement of the project (`own`) or a factor (`factor`). */
            basis: string;
            /**
             * Format: int32
             * @description First year.
             */
            from: number;
            /** @description Direct jobs in each of these years. */
            jobs: components["schemas"]["FigureDocument"];
            /** @description Name. */
            name: string;
            /** @description What must be known beside it. */
            note?: string | null;
            /** @description Id of the phase. */
            phase: string;
            /**
             * Format: int32
             * @description Last year.
             */
            to: number;
        };
        /** @description A line item over all years. */
        AppraisalLine: {
            /**
             * @description Id: `revenue`, `by-products`, `capital`, `operating`, `royalty`, `working-capital`, `closure`, `bond`,
             *     `depreciation`, `tax`, `net` ...
             */
            id: string;
            /** @description What it is in the account: `quantity`, `price`, `inflow`, `outflow`, `memo` (not cash) or `total`. */
            kind: string;
            /** @description Name. */
            name: string;
            /** @description One sentence: what it holds. */
            says: string;
            /**
             * Format: double
             * @description Sum over all years, where a sum makes sense.
             */
            total?: number | null;
            /** @description Unit: `million EUR`, `t`, `EUR/t`, `share`. */
            unit: string;
            /** @description Values, one for each year of `cash_flow`; null where the line does not exist in that year. */
            values: (number | null)[];
            /** @description Id under which a year of it opens, with `{year}` in the place of the year; years of nothing have nothing to open. */
            why?: string | null;
        };
        /** @description How much one input moves the net present value: alone from its lowest to its highest. */
        AppraisalMatters: {
            /**
             * Format: double
             * @description Highest.
             */
            high: number;
            /** @description Id of the input. */
            input: string;
            /**
             * Format: double
             * @description Lowest of the input, in its unit.
             */
            low: number;
            /** @description Name. */
            name: string;
            /**
             * Format: double
             * @description With the input at its highest.
             */
            npv_high: number;
            /**
             * Format: double
             * @description Net present value with the input at its lowest, `million EUR`.
             */
            npv_low: number;
            /**
             * Format: double
             * @description `|npv_high - npv_low|`.
             */
            swing: number;
            /** @description Unit of the input. */
            unit: string;
            /**
             * Format: double
             * @description Value of the input at which the net present value is zero, if it lies within its bounds.
             */
            zero_at?: number | null;
        };
        /** @description What the money is. */
        AppraisalMoney: {
            /** @description `real` (money of the year below, discounted at a real rate) or `nominal`. */
            basis: string;
            /**
             * Format: double
             * @description Discount rate of the basis.
             */
            discount_rate: number;
            /**
             * Format: double
             * @description Inflation between the two.
             */
            inflation: number;
            /** @description `million EUR`. */
            unit: string;
            /**
             * Format: int32
             * @description Year of the money, and the year to which values are discounted.
             */
            year: number;
        };
        /** @description A phase of the life of a project. */
        AppraisalPhase: {
            /**
             * Format: int32
             * @description First year.
             */
            from: number;
            /** @description `exploration`, `construction`, `ramp-up`, `operation`, `closure` or `aftercare`. */
            id: string;
            /** @description Name. */
            name: string;
            /**
             * Format: double
             * @description Net cash flow of the phase, `million EUR`.
             */
            net: number;
            /**
             * Format: int32
             * @description Last year.
             */
            to: number;
        };
        /** @description How a price was modelled. */
        AppraisalPrice: {
            /**
             * Format: double
             * @description Yearly drift of the logarithm.
             */
            drift: number;
            /** @description Fan of the modelled price in each year of the cash flow. */
            fan: components["schemas"]["AppraisalPriceFan"][];
            /**
             * Format: double
             * @description Years in which half of a deviation is gone; null for a geometric process.
             */
            half_life?: number | null;
            /** @description The history that it was calibrated on, in the unit above. */
            history: components["schemas"]["AppraisalPricePoint"][];
            /** @description Id of the series. */
            id: string;
            /**
             * Format: double
             * @description Long-run level; null for a geometric process.
             */
            level?: number | null;
            /**
             * Format: int32
             * @description Year of the money.
             */
            money_year: number;
            /** @description What is priced, in words. */
            name: string;
            /** @description `geometric` (a random walk of the logarithm) or `mean-reverting`. */
            process: string;
            /** @description How it was calibrated, in words, with what speaks for and against the other process. */
            says: string;
            /** @description Source of the history. */
            source: string;
            /**
             * Format: double
             * @description Where the appraisal starts from.
             */
            start: number;
            /** @description Unit: `EUR/t`, in the money of `money_year`. */
            unit: string;
            /**
             * Format: double
             * @description Yearly standard deviation of the logarithm.
             */
            volatility: number;
            /** @description Id under which the calibration opens. */
            why?: string | null;
        };
        /** @description One year of a modelled price. */
        AppraisalPriceFan: {
            /**
             * Format: double
             * @description Base case.
             */
            base: number;
            /**
             * Format: double
             * @description Five of a hundred draws lie below; null without draws.
             */
            p5?: number | null;
            /**
             * Format: double
             * @description Median.
             */
            p50?: number | null;
            /**
             * Format: double
             * @description Five of a hundred lie above.
             */
            p95?: number | null;
            /**
             * Format: int32
             * @description Year.
             */
            year: number;
        };
        /** @description One year of a price. */
        AppraisalPricePoint: {
            /**
             * Format: double
             * @description Price.
             */
            value: number;
            /**
             * Format: int32
             * @description Year.
             */
            year: number;
        };
        /** @description A project: who, where, how far. */
        AppraisalProject: {
            /** @description Country code. */
            country: string;
            /** @description Name of the country. */
            country_name: string;
            /** @description Id, as in `adit appraise keliber`; for a file, its name. */
            id: string;
            /**
             * Format: double
             * @description Latitude of its first site, degrees north; null if no site of it is known.
             */
            lat?: number | null;
            /**
             * Format: double
             * @description Longitude, degrees east.
             */
            lon?: number | null;
            /** @description Materials, by name. */
            materials: string[];
            /** @description Name. */
            name: string;
            /** @description Place, in words; null if not known. */
            place?: string | null;
            /** @description Who promotes it; null if not known. */
            promoter?: string | null;
            /** @description Regions of its sites. */
            regions: components["schemas"]["ChooseRegion"][];
            /** @description What it does: `extraction`, `processing`, `recycling` or `substitution`, one or several. */
            stages: string[];
            /** @description Status: `announced`, `permitting`, `permitted`, `construction`, `operating` or `stopped`. */
            status: string;
        };
        /** @description A payment. */
        AppraisalPublicFlow: {
            /**
             * Format: double
             * @description Expected, `million EUR`.
             */
            expected: number;
            /** @description Who pays, in words: "the public", "the project", "the bank". */
            from: string;
            /**
             * Format: double
             * @description Mean of the dearest five of a hundred draws; null without draws.
             */
            tail?: number | null;
            /** @description Who receives. */
            to: string;
            /** @description For what, in words. */
            what: string;
            /** @description In which state of the world, in words: "always", "if the price is below the floor". */
            when: string;
            /**
             * Format: int32
             * @description Year.
             */
            year: number;
        };
        /** @description The gates of exploration, at each of which the project may be stopped. */
        AppraisalStages: {
            /**
             * Format: double
             * @description Chance that it is ever built.
             */
            chance_built?: number | null;
            /**
             * @description Chance that a project of its class is ever built, by the United Nations Framework Classification; null if its
             *     class is not known.
             */
            class?: string | null;
            /**
             * Format: double
             * @description Value now if everything has to be carried through, `million EUR`.
             */
            committed?: number | null;
            /** @description The gates still to come, in order. */
            gates: components["schemas"]["AppraisalGate"][];
            /** @description In words. */
            says: string;
            /** @description Value now if every gate may be used to stop, `million EUR`. */
            value: components["schemas"]["ChooseBand"];
        };
        /** @description A term of an instrument. */
        AppraisalTerm: {
            /** @description `assumption`, `question`, `file` or `fact`. */
            kind: string;
            /** @description Name. */
            name: string;
            /** @description Unit. */
            unit: string;
            /**
             * Format: double
             * @description Value.
             */
            value: number;
        };
        /** @description What waiting is worth. */
        AppraisalWaiting: {
            /**
             * Format: int32
             * @description Best year to decide in most draws; null if never.
             */
            best_year?: number | null;
            /**
             * Format: double
             * @description Half-width of its 95 % interval over the draws, `million EUR`.
             */
            error?: number | null;
            /**
             * Format: double
             * @description Value if it is decided now, now or never, `million EUR`.
             */
            now: number;
            /** @description In words. */
            says: string;
            /**
             * Format: double
             * @description Price of the main product above which building at once is best, `EUR/t`; null if there is none in the range.
             */
            threshold?: number | null;
            /**
             * Format: int32
             * @description Last year to which the decision may wait.
             */
            until: number;
            /**
             * Format: double
             * @description The difference: the value of waiting, `million EUR`, never negative.
             */
            value: number;
            /**
             * Format: double
             * @description Value if the decision may wait, `million EUR`.
             */
            waiting: number;
            /** @description Id under which it opens. */
            why?: string | null;
        };
        /** @description One year of the cash flow, `million EUR`. */
        AppraisalYear: {
            /**
             * Format: double
             * @description Everything paid that is no tax: building, running, royalties, closing, and what working capital and the closure
             *     bond take up (negative where they give back).
             */
            cost: number;
            /**
             * Format: double
             * @description Net of all years up to this one.
             */
            cumulative: number;
            /**
             * Format: double
             * @description Net, discounted to the year of the money.
             */
            discounted: number;
            /**
             * Format: double
             * @description `revenue - cost - tax`.
             */
            net: number;
            /**
             * Format: double
             * @description Five of a hundred draws of net lie below; null without draws.
             */
            p5?: number | null;
            /**
             * Format: double
             * @description Median of net over the draws.
             */
            p50?: number | null;
            /**
             * Format: double
             * @description Five of a hundred draws of net lie above.
             */
            p95?: number | null;
            /** @description Phase of that year: the id of an [`AppraisalPhase`]. */
            phase: string;
            /**
             * Format: double
             * @description What is sold, by-products included.
             */
            revenue: number;
            /**
             * Format: double
             * @description Taxes on profit.
             */
            tax: number;
            /** @description Id under which net opens. */
            why?: string | null;
            /**
             * Format: int32
             * @description Year.
             */
            year: number;
        };
        /** @description Which projects can be appraised, and what is missing for the others? */
        AppraisalsAnswer: {
            /**
             * Format: int32
             * @description Form of the document.
             */
            format: number;
            /** @description Every project of the facts. */
            projects: components["schemas"]["AppraisableProject"][];
            /** @description The answer in words. */
            says: string[];
        };
        /** @description The audit of an edition, or of a study given as a file. */
        AuditAnswer: {
            /** @description Edition of the study, or the name of the file. */
            edition: string;
            ei?: components["schemas"]["ImportanceDocument"] | null;
            /** @description What else is odd about the inputs. */
            findings: components["schemas"]["FindingDocument"][];
            /**
             * Format: int32
             * @description Version of this document's form, 1.
             */
            format: number;
            /** @description Years of the governance mean; null for a file, which brings its own concentrations. */
            governance?: string | null;
            list?: components["schemas"]["ListDocument"] | null;
            /** @description What a reader must know to read the audit rightly. */
            notes: string[];
            /** @description Every published figure of a stage, worst difference first, those that cannot be computed last. */
            stages: components["schemas"]["StageAuditDocument"][];
            /** @description How many agree, and how many do not. */
            summary: components["schemas"]["AuditSummary"];
        };
        /** @description Counts of the audit. */
        AuditSummary: {
            /** @description Figures that could be computed. */
            compared: number;
            /** @description Beyond rounding, with independent evidence. */
            explained: number;
            /** @description Of those, how many only because of the missing shares: rounding alone does not reach the published figure. */
            only_with_missing_shares: number;
            /** @description Published figures. */
            published: number;
            /** @description Beyond rounding, without. */
            unexplained: number;
            /** @description Computed within 0.15 of the published figure. */
            within_015: number;
            /** @description Computed within 0.30 of the published figure. */
            within_030: number;
            /** @description Within the rounding of the inputs and the missing shares. */
            within_rounding: number;
        };
        /** @description An axis. */
        Axis: {
            /** @description What it measures. */
            label: string;
            /**
             * Format: double
             * @description Highest value shown.
             */
            max: number;
            /**
             * Format: double
             * @description Lowest value shown.
             */
            min: number;
            /** @description Lines to hold values against. */
            thresholds: components["schemas"]["Threshold"][];
            /** @description Unit of its numbers: `index`, `share` (a fraction, shown in percent), `year`; empty for rows. */
            unit: string;
        };
        /** @description An answer that is given. */
        BallotGiven: {
            /** @description A code of the sender's own making, so that sending again records nothing twice; made here if left out. */
            code?: string | null;
            /** @description `points`, `swing` or `ranking` where criteria are weighed, `votes` where statements are voted on; the field below of the same meaning is then needed. */
            form: string;
            /** @description A group of the round; null or left out: would rather not say. */
            group?: string | null;
            /** @description A participation code of the project, where the round takes one answer for each. */
            participation?: string | null;
            /** @description 0 to 100 for each criterion by id. */
            points?: {
                [key: string]: number;
            } | null;
            /** @description Places from 1 for some or all criteria. */
            ranks?: {
                [key: string]: number;
            } | null;
            /** @description The code of an earlier answer, whose place this one takes. */
            replaces?: string | null;
            /** @description 0 to 100 for each criterion's step from worst to best, one of them 100. */
            swings?: {
                [key: string]: number;
            } | null;
            /** @description `agree`, `disagree` or `pass` for some or all statements by id. */
            votes?: {
                [key: string]: string;
            } | null;
        };
        /** @description The receipt of an answer. */
        BallotReceipt: {
            /** @description The code that checks, changes or withdraws the answer; it is told only here. */
            code: string;
            /** @description SHA-256 of salt and stored bytes. */
            commitment: string;
            /**
             * Format: int32
             * @description Version of these words.
             */
            format: number;
            /** @description Head of the chain when the answer was taken. */
            head: string;
            /** @description The round. */
            round: string;
            /**
             * Format: int64
             * @description The entry.
             */
            sequence: number;
        };
        /** @description A bar. */
        Bar: {
            /** @description Its class. */
            class: components["schemas"]["BarClass"];
            /**
             * Format: double
             * @description Highest length.
             */
            high?: number | null;
            /** @description Country code. */
            id: string;
            /** @description Name. */
            label: string;
            /**
             * Format: double
             * @description Lowest length.
             */
            low?: number | null;
            /**
             * Format: double
             * @description Its length, in the unit of the axis.
             */
            value?: number | null;
            /** @description Id of the number's derivation. */
            why?: string | null;
        };
        /**
         * @description Whether a supplier is in the Union.
         * @enum {string}
         */
        BarClass: "eu" | "outside";
        /** @description Basis by stage. */
        BasesDocument: {
            /** @description Extraction. */
            extraction: string;
            /** @description Processing. */
            processing: string;
            /** @description Recycling. */
            recycling: string;
        };
        /**
         * @description Where an economic importance comes from.
         * @enum {string}
         */
        Basis: "computed" | "published";
        /** @description A value that a scenario or workspace replaced. */
        BeforeDocument: {
            /** @description What replaced it: `scenario` or `workspace`. */
            by: string;
            /** @description The value as it was printed, where a workspace replaced it. */
            printed?: string | null;
            /**
             * Format: double
             * @description The value, in the fact's unit; null if there was none.
             */
            value?: number | null;
        };
        /** @description What the draws say. */
        BenchmarkEnsemble: {
            /** @description Number of draws. */
            draws: number;
            /** @description 5th percentile by tonnes. */
            p05: components["schemas"]["SharesDocument"];
            /** @description Median of the draws, by tonnes. */
            p50: components["schemas"]["SharesDocument"];
            /** @description 95th percentile by tonnes. */
            p95: components["schemas"]["SharesDocument"];
            /** @description Share of draws in which the overall figure by tonnes reaches the aim. */
            probability: components["schemas"]["SharesDocument"];
            /**
             * Format: int64
             * @description Seed.
             */
            seed: number;
        };
        /** @description One strategic raw material. */
        BenchmarkMaterial: {
            /** @description Basis by stage: `capacity`, `output`, `zero`, `none`. */
            bases: components["schemas"]["BasesDocument"];
            /** @description The weakest basis of the three: `capacity`, `output` (a lower bound), `none`. */
            basis: string;
            /** @description Whether the bounds leave no doubt. */
            certain: components["schemas"]["MetDocument"];
            /** @description Route (rules §2.2): `a` published, `b` production and trade, `c` production and import reliance; null if none. */
            consumption_route?: string | null;
            /** @description Years of the facts behind it, and the growth laid over them, in words. */
            consumption_says: string;
            /**
             * Format: double
             * @description Consumption in the year, tonnes contained; null if no route leads to it.
             */
            consumption_t?: number | null;
            /** @description The entry of Annex I in its own words. */
            entry: string;
            /**
             * Format: double
             * @description Capacity to extract over consumption.
             */
            extraction?: number | null;
            /** @description The grade that the Act means, where it means one; the element is then a labelled proxy. */
            grade?: string | null;
            /** @description Upper ends. */
            high: components["schemas"]["SharesDocument"];
            /** @description Id. */
            id: string;
            largest_third_country?: components["schemas"]["ThirdCountry"] | null;
            /** @description Lower ends. */
            low: components["schemas"]["SharesDocument"];
            /** @description Whether each benchmark is met by the value. */
            met: components["schemas"]["MetDocument"];
            /** @description What is not known. */
            missing: string[];
            /** @description Name. */
            name: string;
            /** @description The same shares now, without projects. */
            now: components["schemas"]["SharesDocument"];
            probability?: components["schemas"]["SharesDocument"] | null;
            /**
             * Format: double
             * @description Smallest intermediate processing step over consumption.
             */
            processing?: number | null;
            /** @description Other readings that are in use elsewhere: proxies, each with its name. */
            proxies: components["schemas"]["ProxyDocument"][];
            /**
             * Format: double
             * @description Capacity to recycle over consumption, or the proxy named by `recycling_basis`.
             */
            recycling?: number | null;
            /** @description `capacity` or `eol-rir-proxy`; null where unknown. */
            recycling_basis?: string | null;
            /** @description Largest third country at each stage that is known. */
            third_countries: components["schemas"]["ThirdCountry"][];
            /** @description Ids that open. */
            why: components["schemas"]["BenchmarkWhy"];
        };
        /** @description A project and what it carries in the year. */
        BenchmarkProject: {
            /** @description What it carries. */
            carries: components["schemas"]["CarriesDocument"][];
            /** @description Country. */
            country: string;
            /** @description Id. */
            id: string;
            /** @description What is not known of it. */
            missing: string[];
            /** @description Name. */
            name: string;
            /**
             * Format: double
             * @description Probability that it produces by the year, with ramp-up and delay left out.
             */
            probability: number;
            /** @description NUTS 2024 level 2 codes of its sites. */
            regions: string[];
            /** @description Benchmarks that the value meets with it and would miss without it: `material/measure`. */
            single_failure: string[];
            /** @description Status. */
            status: string;
        };
        /** @description Ids that `why` opens, by figure. */
        BenchmarkWhy: {
            /** @description Consumption. */
            consumption?: string | null;
            /** @description Extraction. */
            extraction?: string | null;
            /** @description Processing. */
            processing?: string | null;
            /** @description Recycling. */
            recycling?: string | null;
        };
        /** @description The four benchmarks of Art. 5(1) in a year. */
        BenchmarksAnswer: {
            /**
             * @description `act`: the definitions of the Act; `proxy`: the proxies used elsewhere (output over consumption, imports over
             *     imports), shown for comparison.
             */
            definition: string;
            ensemble?: components["schemas"]["BenchmarkEnsemble"] | null;
            /**
             * Format: int32
             * @description Form of the document.
             */
            format: number;
            /** @description One entry for each strategic raw material of Annex I. */
            materials: components["schemas"]["BenchmarkMaterial"][];
            /** @description What must be said beside the figures. */
            notes: string[];
            /**
             * Format: int32
             * @description Year of the latest facts: capacity, production and trade as they are now.
             */
            now: number;
            /** @description The three ways of an overall figure; the Act fixes none. */
            overall: components["schemas"]["OverallDocument"];
            /** @description The projects, those that carry most first. */
            projects: components["schemas"]["BenchmarkProject"][];
            /** @description The overall figures from now to the year asked for. */
            road: components["schemas"]["RoadPoint"][];
            /** @description The aims of Art. 5(1): fractions of annual consumption. */
            targets: components["schemas"]["TargetsDocument"];
            /** @description Plants and projects whose figures stand on somebody's memory: left out, to be looked up. */
            to_look_up: string[];
            /**
             * Format: int32
             * @description The year asked for.
             */
            year: number;
        };
        /** @description What a figure shows. */
        Body: {
            /** @enum {string} */
            kind: "matrix";
            /** @description The points. */
            points: components["schemas"]["MatrixPoint"][];
        } | {
            /** @description The bars. */
            bars: components["schemas"]["Bar"][];
            /** @enum {string} */
            kind: "bars";
        } | {
            /** @enum {string} */
            kind: "lines";
            /** @description The lines. */
            series: components["schemas"]["Series"][];
        } | {
            /** @enum {string} */
            kind: "gaps";
            /** @description The rows. */
            rows: components["schemas"]["Gap"][];
        };
        /** @description Supply risk under each scope, index. */
        ByScope: {
            /**
             * Format: double
             * @description Global supply and EU sourcing, mixed by import reliance.
             */
            both?: number | null;
            /**
             * Format: double
             * @description EU sourcing only.
             */
            eus?: number | null;
            /**
             * Format: double
             * @description Global supply only.
             */
            gs?: number | null;
        };
        /** @description What a project carries of one benchmark. */
        CarriesDocument: {
            /**
             * Format: double
             * @description Stated capacity, tonnes contained a year.
             */
            capacity_t?: number | null;
            /**
             * Format: double
             * @description Highest of that.
             */
            counted_high?: number | null;
            /**
             * Format: double
             * @description Lowest of that, by the ranges of tonnes and assumptions.
             */
            counted_low?: number | null;
            /**
             * Format: double
             * @description Capacity that counts in the year: by start, ramp-up, probability; tonnes contained.
             */
            counted_t?: number | null;
            /** @description Material. */
            material: string;
            /** @description `extraction`, `processing` or `recycling`. */
            measure: string;
            /**
             * Format: double
             * @description That over consumption, a fraction.
             */
            share?: number | null;
            /**
             * Format: double
             * @description Highest share.
             */
            share_high?: number | null;
            /**
             * Format: double
             * @description Lowest share.
             */
            share_low?: number | null;
            /**
             * Format: int32
             * @description Start of production counted with.
             */
            start?: number | null;
            /** @description Id that opens. */
            why?: string | null;
        };
        /** @description A material's chain in a year. */
        ChainAnswer: {
            /** @description Reference form in which tonnes are counted. */
            form: string;
            /**
             * Format: int32
             * @description Form of the document.
             */
            format: number;
            /** @description Links of the Sankey. */
            links: components["schemas"]["ChainLink"][];
            /** @description Material. */
            material: string;
            /** @description What is not known. */
            missing: string[];
            /** @description Stages of the chain for which the Union has no capacity that we know of. */
            missing_links: string[];
            /** @description Name. */
            name: string;
            /** @description Nodes of the Sankey. */
            nodes: components["schemas"]["ChainNode"][];
            /** @description What must be said beside the figures. */
            notes: string[];
            /** @description Reconciled flows of the Union, where enough is known. */
            reconciled: components["schemas"]["ReconciledFlow"][];
            /** @description Regions of the Union that take part, by stage. */
            regions: components["schemas"]["ChainRegion"][];
            /** @description The finding in one sentence. */
            says: string;
            /** @description The Union's balance at each stage. */
            stages: components["schemas"]["StageBalance"][];
            /**
             * Format: int32
             * @description Year.
             */
            year: number;
            /** @description Years for which there is something to show. */
            years: number[];
        };
        /** @description A link. */
        ChainLink: {
            /** @description From node. */
            from: string;
            /** @description `trade`, `production`, `recycling`, `estimate`. */
            kind: string;
            /** @description To node. */
            to: string;
            /** @description Tonnes contained. */
            tonnes: components["schemas"]["FigureDocument"];
        };
        /** @description A node. */
        ChainNode: {
            /** @description In the Union. */
            eu: boolean;
            /** @description Id within this answer. */
            id: string;
            /** @description Label. */
            label: string;
            /** @description ISO code, `EU27`, or null for what is not a country. */
            place?: string | null;
            /** @description `extraction`, `processing`, `use`, `recycling` or `export`: its column. */
            stage: string;
        };
        /** @description A region that takes part in the chain. */
        ChainRegion: {
            /** @description NUTS 2024 level 2 code. */
            code: string;
            /** @description Country. */
            country: string;
            /** @description Name in Latin script. */
            name: string;
            /** @description Number of projects. */
            projects: number;
            /** @description Number of sites. */
            sites: number;
            /** @description Stages with its sites and projects. */
            stages: string[];
        };
        /** @description A figure of the base case with its band over the draws. */
        ChooseBand: {
            /**
             * Format: double
             * @description The base case: every input at its own value. Null if it cannot be computed or, as a payback, is never reached.
             */
            base?: number | null;
            /**
             * Format: double
             * @description Mean of the draws.
             */
            mean?: number | null;
            /**
             * Format: double
             * @description Five of a hundred draws lie below; null without draws.
             */
            p5?: number | null;
            /**
             * Format: double
             * @description The median of the draws.
             */
            p50?: number | null;
            /**
             * Format: double
             * @description Five of a hundred draws lie above.
             */
            p95?: number | null;
            /** @description Unit: `million EUR`, `share`, `a`, `EUR/t` or `1`. */
            unit: string;
            /** @description Id under which the base case opens; null where there is nothing to open. */
            why?: string | null;
        };
        /** @description A region: where it is. */
        ChooseRegion: {
            /** @description NUTS code. */
            code: string;
            /** @description Name. */
            name: string;
        };
        /** @description The clock of a project. */
        ClockAnswer: {
            /** @description The day of the question. */
            as_of: string;
            /** @description What the events show to be against a rule. */
            breaches: components["schemas"]["ClockBreach"][];
            /** @description Deadlines, the decision first, then by day. */
            deadlines: components["schemas"]["ClockDeadline"][];
            /** @description Duties without a date. */
            duties: components["schemas"]["ClockDuty"][];
            /** @description What happened, by day. */
            events: components["schemas"]["ClockEvent"][];
            /** @description What is worth knowing of the file. */
            findings: components["schemas"]["FindingDocument"][];
            /**
             * Format: int32
             * @description Form of the document.
             */
            format: number;
            /** @description What must be said beside the dates. */
            notes: string[];
            /** @description Deadlines that have passed without the file naming what was done, by the party they bind. */
            overdue: components["schemas"]["ClockOverdue"][];
            /** @description The project. */
            project: components["schemas"]["ClockProject"];
            projection?: components["schemas"]["ClockProjection"] | null;
            /** @description Words of `--reading` that differ from the default. */
            reading: string[];
            /** @description Readings of the decision side by side, where the law leaves something open. */
            readings: components["schemas"]["ClockReading"][];
            /** @description The answer in words, the most important first. */
            says: string[];
            /** @description Days on which the clock of the decision stood still. */
            stops: components["schemas"]["ClockStop"][];
            /** @description Events that the question supposes, as `supplement-delivered=2026-06-01`. */
            what_if: string[];
        };
        /** @description Something against a rule. */
        ClockBreach: {
            /** @description Id of the deadline. */
            deadline: string;
            /** @description Day on which it came about. */
            on: string;
            /** @description Article, paragraph and point. */
            rule: string;
            /** @description What happened, in words. */
            text: string;
            /** @description The party that the rule binds. */
            who?: string | null;
        };
        /** @description A deadline. */
        ClockDeadline: {
            /** @description Day from which it is counted, itself not counted. */
            counted_from?: string | null;
            /** @description What happened on that day. */
            counted_from_event?: string | null;
            /**
             * Format: int32
             * @description Days from the day of the question to its last day; negative if that has passed.
             */
            days_left?: number | null;
            /** @description Day on which it was done. */
            done?: string | null;
            /** @description Calendar end of the period, stopped days included. */
            due?: string | null;
            /** @description First day on which it may be done, where the law sets one. */
            earliest?: string | null;
            /**
             * @description The end after the move off a weekend or public holiday (Regulation (EEC, Euratom) No 1182/71, Art. 3(4)); null where
             *     no calendar is known.
             */
            effective?: string | null;
            /**
             * Format: int32
             * @description Extension that counts, in `unit`.
             */
            extended: number;
            /** @description Id, as `comprehensive-decision`. */
            id: string;
            /** @description Calendar end with the longest extension; null where there is none. */
            latest?: string | null;
            /**
             * Format: int32
             * @description Length of the period, in `unit`; null where an authority set the day.
             */
            length?: number | null;
            /** @description Why `effective` differs from `due`, day by day. */
            moved: string[];
            /** @description What must be known beside it. */
            note?: string | null;
            /** @description Article, paragraph and point. */
            rule: string;
            /** @description Whether a stop still runs, so that the end moves on day by day. */
            runs: boolean;
            /** @description `met`, `late`, `open`, `overdue`, `waiting`, or `too-short` of a consultation. */
            state: string;
            /**
             * Format: int32
             * @description Days on which the clock stood still.
             */
            stopped_days: number;
            /** @description `days`, `working-days` or `months`. */
            unit: string;
            /** @description What is due. */
            what: string;
            /** @description The party that the rule binds. */
            who: string;
            /** @description Id under which `due` opens. */
            why?: string | null;
            /** @description Id under which `effective` opens. */
            why_effective?: string | null;
            /** @description Id under which `latest` opens. */
            why_latest?: string | null;
        };
        /** @description A duty without a date. */
        ClockDuty: {
            /** @description Day on which the file says that it was done; null if it does not say. */
            done?: string | null;
            /** @description Id. */
            id: string;
            /** @description Rule. */
            rule: string;
            /** @description What is asked for. */
            what: string;
            /** @description The party. */
            who: string;
        };
        /** @description A clock that comes with adit. */
        ClockEntry: {
            /** @description Id, as in `adit clock extraction`. */
            clock: string;
            /** @description Country. */
            country?: string | null;
            /** @description Calendar end of the time limit for the decision. */
            due?: string | null;
            /** @description End after weekends and public holidays. */
            effective?: string | null;
            /** @description Name of its project. */
            name: string;
        };
        /** @description An event. */
        ClockEvent: {
            /** @description Day. */
            date: string;
            /** @description Day by which what was asked for was due. */
            due?: string | null;
            /** @description Kind. */
            kind: string;
            /**
             * Format: int64
             * @description 1-based line of the file.
             */
            line?: number | null;
            /** @description What must be known of it. */
            note?: string | null;
            /** @description In words. */
            says: string;
            /** @description Where it is known from. */
            source?: string | null;
            /** @description Whether it lies after the day of the question, or the question supposes it. */
            supposed: boolean;
        };
        /** @description What a party is overdue with. */
        ClockOverdue: {
            /**
             * Format: int32
             * @description Days since the first of them ended.
             */
            days: number;
            /** @description Ids of its deadlines, the longest overdue first. */
            deadlines: string[];
            /** @description The party. */
            who: string;
        };
        /** @description A project. */
        ClockProject: {
            /** @description Whether Art. 11 and 12 bind. */
            binds: boolean;
            /** @description Kept out of everything public (Art. 46): it is not exported. */
            confidential: boolean;
            /** @description Country code; null if the file names none. */
            country?: string | null;
            /** @description Name. */
            name: string;
            /** @description What a reader must know of it. */
            note?: string | null;
            /** @description Day of the recognition. */
            recognised?: string | null;
            /** @description Day on which it was notified. */
            recognition_notified?: string | null;
            /** @description What it does. */
            stages: string[];
            /** @description Where it stood at its recognition: `new`, `in-procedure` or `extension`. */
            status: string;
            /** @description Whether it is a Strategic Project. */
            strategic: boolean;
        };
        /** @description When the decision may come: an estimate by assumed lengths of steps, never a time limit. */
        ClockProjection: {
            /** @description The day with the most likely lengths. */
            base: string;
            /** @description Day that `chance` is about. */
            before?: string | null;
            /**
             * Format: double
             * @description Share of the draws with a decision on or before that day.
             */
            chance?: number | null;
            /** @description Draws. */
            draws: number;
            /**
             * Format: double
             * @description Share of the draws with a decision on or before the last day of the law.
             */
            in_time?: number | null;
            /** @description Five of a hundred draws come earlier; null without draws. */
            p5?: string | null;
            /** @description Median of the draws. */
            p50?: string | null;
            /** @description Five of a hundred draws come later. */
            p95?: string | null;
            /**
             * Format: int64
             * @description Seed.
             */
            seed: number;
            /** @description The steps that remain, with their assumed lengths. */
            steps: components["schemas"]["ClockStep"][];
            /** @description Id under which `base` opens. */
            why: string;
            /** @description Id under which `chance` opens. */
            why_chance?: string | null;
            /** @description Id under which `in_time` opens. */
            why_in_time?: string | null;
        };
        /** @description The decision under a reading. */
        ClockReading: {
            /** @description Whether it is the reading of the question. */
            chosen: boolean;
            /** @description Calendar end. */
            due?: string | null;
            /** @description End after weekends and public holidays. */
            effective?: string | null;
            /** @description Calendar end with the longest extension. */
            latest?: string | null;
            /** @description Word of `--reading`. */
            reading: string;
            /** @description Rule. */
            rule: string;
            /** @description What it assumes. */
            says: string;
            /**
             * Format: int32
             * @description Days on which the clock stood still.
             */
            stopped_days: number;
            /** @description Id under which `due` opens. */
            why?: string | null;
        };
        /** @description A step that remains. */
        ClockStep: {
            /**
             * Format: double
             * @description Longest length, days.
             */
            high: number;
            /** @description Id of its assumption, as `permit-step/report`. */
            id: string;
            /**
             * Format: int32
             * @description Days that it already lasts.
             */
            lasts: number;
            /**
             * Format: double
             * @description Most likely length, days.
             */
            likely: number;
            /**
             * Format: double
             * @description Shortest length, days.
             */
            low: number;
            /** @description What it is. */
            says: string;
        };
        /** @description A stop of the clock. */
        ClockStop: {
            /** @description The deadline, or the day on which the preparation began; itself not counted. */
            after: string;
            /**
             * Format: int32
             * @description Its days; overlapping stops are united in the deadline.
             */
            days: number;
            /** @description `late-report`, `late-supplement` or `report-preparation`. */
            kind: string;
            /** @description Rule. */
            rule: string;
            /** @description Whether it still runs. */
            runs: boolean;
            /** @description Its last day. */
            until: string;
            /** @description Id under which it opens. */
            why: string;
        };
        /** @description Clocks to look at. */
        ClocksAnswer: {
            /** @description The clocks. */
            clocks: components["schemas"]["ClockEntry"][];
            /**
             * Format: int32
             * @description Form of the document.
             */
            format: number;
        };
        /** @description A change of one input that would close the gap. */
        ClosingDocument: {
            /** @description The input: a fact's key, the id of a country's governance, `scope`, or a column of the file. */
            input: string;
            /** @description What it is, in plain English. */
            label: string;
            /** @description The value it would need, for people. */
            needs: string;
            /** @description Its value now, for people. */
            now: string;
        };
        /** @description A coalition. */
        CoalitionDocument: {
            /** @description More tonnes than can displace anything. */
            capped: boolean;
            /** @description The stage that decides the official figure with it; null where one stage is played. */
            deciding_stage?: string | null;
            /** @description Its regions, sorted. */
            regions: string[];
            /**
             * Format: double
             * @description Its value.
             */
            value: number;
            /** @description Id that opens. */
            why?: string | null;
        };
        /** @description A value of the base that a workspace laid another value over. */
        ConflictDocument: {
            /** @description File of the new value. */
            file: string;
            /** @description Key of the fact. */
            key: string;
            /**
             * Format: int64
             * @description 1-based line in it.
             */
            line: number;
            /** @description The value that counts, as it is printed. */
            now: string;
            /** @description The conflict in one sentence. */
            says: string;
            /** @description The overridden value, as it was printed. */
            was: string;
        };
        /** @description Someone that could connect. */
        ConnectionDocument: {
            /** @description Why it is judged so. */
            because: string;
            /** @description ISO code of the country. */
            country: string;
            /**
             * Format: double
             * @description Its tonnes over the region's own, a fraction; null if either is unknown.
             */
            covers?: number | null;
            /**
             * Format: double
             * @description Distance along the great circle, kilometres.
             */
            distance_km?: number | null;
            /** @description Quality of fit: `good`, `possible`, `unknown`, with the reason. */
            fit: string;
            /** @description Id of the site or project. */
            id: string;
            /** @description Name. */
            name: string;
            /** @description Its region. */
            region?: string | null;
            /** @description Stage there. */
            stage: string;
            /** @description Status. */
            status: string;
            /**
             * Format: double
             * @description Its tonnes, contained a year.
             */
            tonnes?: number | null;
            /** @description Fact that `why` opens. */
            why?: string | null;
        };
        /** @description Numbers of materials by benchmark. */
        CountsDocument: {
            /** @description Extraction. */
            extraction: number;
            /** @description Processing. */
            processing: number;
            /** @description Recycling. */
            recycling: number;
            /** @description Single third country. */
            single_country: number;
        };
        /** @description A figure with its year. */
        DatedFigure: {
            /** @description Figure. */
            figure: components["schemas"]["FigureDocument"];
            /** @description Code under which it was published, where it is another one. */
            of_code?: string | null;
            /**
             * Format: int32
             * @description Year; null if unknown.
             */
            year?: number | null;
        };
        /** @description A number of a derivation, or a pointer to one that stands further up. */
        DerivationDocument: components["schemas"]["NodeDocument"] | components["schemas"]["SeeDocument"];
        /** @description The same under another displacement rule. */
        DisplacementDocument: {
            /** @description Rule. */
            displacement: string;
            /**
             * Format: double
             * @description Sum alone.
             */
            sum_alone?: number | null;
            /**
             * Format: double
             * @description Value of all together.
             */
            together?: number | null;
        };
        /** @description Employment in one division of mining. */
        DivisionDocument: {
            /** @description NACE code. */
            nace: string;
            /** @description Name. */
            name: string;
            /** @description Persons; null if confidential or not published. */
            persons: components["schemas"]["FigureDocument"];
        };
        /** @description How probabilities were drawn, and what they are. */
        DrawsDocument: {
            /** @description Number of draws. */
            draws: number;
            /** @description Lists whose shares can pass 100 % within their rounding, and are scaled back in draws where they do. */
            lists_scaled_back: number;
            /** @description What a probability is, and what it is not. */
            says: string;
            /**
             * Format: int64
             * @description Seed: the same seed gives the same bits on any machine.
             */
            seed: number;
        };
        /** @description An edition of the criticality assessment. */
        EditionDocument: {
            /** @description Whether its inputs are here, so that its figures can be computed. */
            computable: boolean;
            /** @description Id, `ec-2023`. */
            id: string;
            /** @description Title of the study. */
            title: string;
            /**
             * Format: int32
             * @description Its year.
             */
            year: number;
        };
        /**
         * @description Which way the thresholds are crossed.
         * @enum {string}
         */
        Effect: "enters" | "leaves";
        /** @description Another value of one input, published independently, that closes the gap. */
        EvidenceDocument: {
            /** @description Where a second transcription of the study prints the study's own value: it speaks against a slip in copying. */
            against?: string | null;
            /** @description What kind of evidence: the words of `cause`. */
            cause: string;
            /**
             * Format: double
             * @description Highest supply risk with it.
             */
            gives_high?: number | null;
            /**
             * Format: double
             * @description Lowest supply risk with it.
             */
            gives_low?: number | null;
            /** @description The input. */
            input: string;
            /** @description Where it stands there. */
            locator: string;
            /** @description The other value. */
            other: string;
            /** @description The evidence in a sentence. */
            says: string;
            /** @description Citation of the publication that has the other value. */
            source: string;
            /** @description Its value in the study. */
            study_has: string;
            /** @description Id under which the other value opens, if it is a fact of ours. */
            why?: string | null;
        };
        /** @description All single changes of an input that give a target. */
        ExplainAnswer: {
            /** @description The changes, nearest first by relative change. */
            answers: components["schemas"]["ExplainDocument"][];
            /**
             * Format: double
             * @description Supply risk now, index.
             */
            computed?: number | null;
            /** @description Edition of the study. */
            edition: string;
            /**
             * Format: int32
             * @description Version of this document's form, 1.
             */
            format: number;
            /** @description Years of the governance mean. */
            governance: string;
            /** @description Material id. */
            material: string;
            /** @description Material name. */
            name: string;
            /** @description What a reader must know to read the answers rightly. */
            note: string;
            /**
             * Format: double
             * @description Published supply risk, index.
             */
            published?: number | null;
            /** @description The scope computed under. */
            scope: string;
            /** @description `extraction` or `processing`. */
            stage: string;
            /**
             * Format: double
             * @description The supply risk to be reached, index.
             */
            target: number;
        };
        /** @description One single change that gives the target. */
        ExplainDocument: {
            /** @description The input: a fact's key, or the id of a country's governance. */
            input: string;
            /** @description What it is, in plain English. */
            label: string;
            /**
             * Format: double
             * @description The value that gives the target, everything else left as it is.
             */
            needs: number;
            /**
             * Format: double
             * @description Its value now.
             */
            now: number;
            /**
             * Format: double
             * @description (`needs` - `now`) / `now`, a fraction; null from zero.
             */
            relative_change?: number | null;
            /** @description Unit of its values: `share` is a fraction. */
            unit: string;
            /** @description Id under which the input's present value opens. */
            why?: string | null;
            /** @description Whether the needed value lies within the input's own rounding; null for governance. */
            within_rounding?: boolean | null;
        };
        /** @description One fact. */
        FactAnswer: {
            /** @description The fact. */
            fact: components["schemas"]["FactDocument"];
            /**
             * Format: int32
             * @description Version of this document's form, 1.
             */
            format: number;
        };
        /** @description A fact with everything that is known of it. */
        FactDocument: {
            /** @description DOI or address of the source. */
            address: string;
            before?: components["schemas"]["BeforeDocument"] | null;
            /** @description How to cite the source. */
            citation: string;
            /** @description Edition of the fact. */
            edition: string;
            /** @description File of our own table. */
            file: string;
            /**
             * Format: double
             * @description Highest value that its printed form allows.
             */
            high?: number | null;
            /** @description Stable key. */
            key: string;
            /** @description What it is, in plain English. */
            label: string;
            /** @description Licence of the source. */
            licence: string;
            /** @description Address of the licence text. */
            licence_url: string;
            /**
             * Format: int64
             * @description 1-based line of `file`; 0 for what a what-if question brought in.
             */
            line: number;
            /** @description Where it stands in the source. */
            locator: string;
            /**
             * Format: double
             * @description Lowest value that its printed form allows.
             */
            low?: number | null;
            /** @description Anything else worth knowing. */
            note?: string | null;
            /** @description The cell as it stands in our table. */
            printed: string;
            /** @description Publisher. */
            publisher: string;
            /**
             * Format: int32
             * @description Quality, 1 (best) to 5.
             */
            quality?: number | null;
            /** @description Source id; words of the user's in a workspace. */
            source: string;
            /** @description Table. */
            table: string;
            /** @description Title of the source. */
            title: string;
            /** @description Unit of the numbers: `share` is a fraction. */
            unit: string;
            /**
             * Format: double
             * @description Value in `unit`, null if missing.
             */
            value?: number | null;
        };
        /** @description The facts of a table. */
        FactsAnswer: {
            /** @description The facts in the order of the table. */
            facts: components["schemas"]["FactDocument"][];
            /**
             * Format: int32
             * @description Version of this document's form, 1.
             */
            format: number;
            /** @description The table. */
            table: components["schemas"]["TableDocument"];
            /** @description Number of facts that the question means; `facts` may be cut by a limit. */
            total: number;
        };
        /** @description A figure as data. */
        Figure: {
            /** @description What it shows. */
            body: components["schemas"]["Body"];
            /** @description The finding, one sentence. */
            finding: string;
            /**
             * Format: int32
             * @description Version of this document's form, 1.
             */
            format: number;
            /** @description Stable id, kebab-case. */
            id: string;
            /** @description What a reader must know to read it rightly. */
            note?: string | null;
            /** @description The question that it answers. */
            question: string;
            /** @description Where its numbers come from, one line each. */
            sources: string[];
            /** @description Horizontal axis. */
            x: components["schemas"]["Axis"];
            /** @description Vertical axis; its range is 0 to 1 where it only lists rows. */
            y: components["schemas"]["Axis"];
        };
        /** @description A figure with its bounds and the id under which it opens. */
        FigureDocument: {
            /**
             * Format: double
             * @description Highest; null where nothing bounds it.
             */
            high?: number | null;
            /**
             * Format: double
             * @description Lowest; null where nothing bounds it.
             */
            low?: number | null;
            /**
             * Format: double
             * @description The value, in the unit that the field's own description names; null if unknown.
             */
            value?: number | null;
            /** @description Id that `why` opens; null where there is nothing to open. */
            why?: string | null;
        };
        /** @description A problem in the input, as data. The same in `adit check`, in answers and on the web. */
        FindingDocument: {
            /** @description A stable code. */
            code: string;
            /**
             * Format: int64
             * @description 1-based character column.
             */
            column?: number | null;
            /** @description The file, as the user named it. */
            file?: string | null;
            /** @description How to mend it, or what follows from it. */
            hint?: string | null;
            /**
             * Format: int64
             * @description 1-based line.
             */
            line?: number | null;
            /** @description Material that it is about. */
            material?: string | null;
            /** @description What is wrong. */
            says: string;
            /** @description `error`, `warning` or `note`. */
            severity: string;
        };
        /** @description One value of one input at which the verdict changes. */
        FlipDocument: {
            /** @description Which way, seen from its value now. */
            effect: components["schemas"]["Effect"];
            /**
             * Format: double
             * @description The value at which the verdict changes.
             */
            flips_at: number;
            /** @description The input: a fact's key, or the id of a country's governance. */
            input: string;
            /** @description What it is, in plain English. */
            label: string;
            /**
             * Format: double
             * @description Its value now.
             */
            now: number;
            /**
             * Format: double
             * @description (`flips_at` - `now`) / `now`, a fraction; null from zero.
             */
            relative_change?: number | null;
            /** @description Unit of its values: `share` is a fraction. */
            unit: string;
            /** @description Id under which the input's present value opens. */
            why?: string | null;
        };
        /** @description All flips of a material, and the inputs that have none. */
        FlipsAnswer: {
            /** @description Critical by the rule of Art. 4(2) now; null if unknown. */
            critical?: boolean | null;
            /** @description Edition of the study. */
            edition: string;
            /** @description The flips, nearest first by relative change. */
            flips: components["schemas"]["FlipDocument"][];
            /** @description How many flips there are in all; `flips` may be cut by a limit. */
            flips_total: number;
            /**
             * Format: int32
             * @description Version of this document's form, 1.
             */
            format: number;
            /** @description Years of the governance mean. */
            governance: string;
            /** @description Material id. */
            material: string;
            /** @description Material name. */
            name: string;
            /** @description What a reader must know to read the flips rightly. */
            note?: string | null;
            /** @description Inputs for which it is proved that no value within their range crosses a threshold. */
            proved_none: components["schemas"]["ProvedDocument"][];
            /** @description Whether the two thresholds are met now; null if unknown. */
            rule_met?: boolean | null;
            /** @description On Annex I: stays on the list whatever its figures. */
            strategic: boolean;
        };
        /** @description The front of two objectives (epsilon constraint). */
        FrontAnswer: {
            /** @description Whether every point is proved and none is missing between them. */
            complete: boolean;
            /** @description First objective. */
            first: components["schemas"]["PortfolioMeasure"];
            /**
             * Format: int32
             * @description Form of the document.
             */
            format: number;
            /** @description What must be said beside it. */
            notes: string[];
            /** @description Points that no other set beats in both, in ascending order of the first. */
            points: components["schemas"]["FrontPoint"][];
            /** @description Portfolio. */
            portfolio: string;
            /** @description In words. */
            says: string[];
            /** @description Second objective. */
            second: components["schemas"]["PortfolioMeasure"];
        };
        /** @description A point of the front. */
        FrontPoint: {
            /** @description The set. */
            chosen: components["schemas"]["PortfolioChosen"][];
            /** @description Projects that come in, against the point before. */
            comes: string[];
            /**
             * Format: double
             * @description Value of the first objective.
             */
            first: number;
            /**
             * Format: double
             * @description Gap of its solution.
             */
            gap?: number | null;
            /** @description Projects that leave. */
            leaves: string[];
            /**
             * Format: double
             * @description Value of the second.
             */
            second: number;
        };
        /** @description A published figure against a computed one. */
        Gap: {
            /** @description Its class. */
            class: components["schemas"]["GapClass"];
            /**
             * Format: double
             * @description Computed figure.
             */
            computed: number;
            /**
             * Format: double
             * @description Highest computed figure.
             */
            high: number;
            /** @description Material and stage, `lithium/processing`. */
            id: string;
            /** @description Name and stage. */
            label: string;
            /**
             * Format: double
             * @description Lowest computed figure.
             */
            low: number;
            /**
             * Format: double
             * @description Published figure.
             */
            published: number;
            /**
             * Format: double
             * @description Half a unit of its last printed digit.
             */
            published_half: number;
            /** @description Id of the computed figure's derivation. */
            why?: string | null;
        };
        /**
         * @description How a computed figure stands to the published one.
         * @enum {string}
         */
        GapClass: "within" | "explained" | "unexplained";
        /** @description Scores of the `GeoPolRisk` method. */
        GeoPolRiskAnswer: {
            /**
             * Format: int32
             * @description Form of the document.
             */
            format: number;
            /** @description What must be said beside the figures. */
            notes: string[];
            /** @description One row for each material, country and year. */
            rows: components["schemas"]["GeoPolRiskRow"][];
        };
        /** @description One score. */
        GeoPolRiskRow: {
            /** @description ISO code or `EU27`. */
            country: string;
            /**
             * Format: double
             * @description Concentration of world production, 0..1.
             */
            hhi: number;
            /**
             * Format: double
             * @description Highest score.
             */
            high: number;
            /**
             * Format: double
             * @description Import risk, 0..1.
             */
            import_risk: number;
            /**
             * Format: double
             * @description For the Union: import risk without members' trade with each other; null for countries.
             */
            import_risk_outside?: number | null;
            /**
             * Format: double
             * @description Lowest score, by the countries that the source of production does not name.
             */
            low: number;
            /** @description Material. */
            material: string;
            /**
             * Format: double
             * @description Score: their product.
             */
            score: number;
            /**
             * Format: double
             * @description For the Union: score without members' trade with each other; null for countries.
             */
            score_outside?: number | null;
            /** @description Id that opens the score. */
            why: string;
            /**
             * Format: int32
             * @description Year.
             */
            year: number;
        };
        /** @description Which years of governance can be asked for. */
        GovernanceDocument: {
            /** @description Years of the mean unless others are asked for. */
            default: string;
            /**
             * Format: int32
             * @description First year there is.
             */
            first: number;
            /**
             * Format: int32
             * @description Last year there is.
             */
            last: number;
        };
        /** @description One group in a result. */
        GroupResult: {
            /** @description For each alternative, the share of its answers that puts it at each rank, from the first; null if it is not shown. */
            acceptability?: number[][] | null;
            /** @description Its answers that count; null if it is not shown. */
            answers?: number | null;
            /** @description The group; null are those who would rather not say. */
            id?: string | null;
            /** @description Name for people. */
            name: string;
            /**
             * @description Mean of the weights that its answers stand for, in the order of the criteria, adding up to 1; null if it is not
             *     shown.
             */
            weights?: number[] | null;
        };
        /** @description Published supply risk and economic importance over the assessments. */
        HistoryAnswer: {
            /** @description The editions, oldest first. */
            editions: components["schemas"]["HistoryEdition"][];
            /**
             * Format: int32
             * @description Version of this document's form, 1.
             */
            format: number;
            /** @description The materials in the order of the vocabulary. */
            materials: components["schemas"]["HistoryMaterial"][];
            /** @description What a reader must know to compare editions. */
            note: string;
        };
        /** @description An edition of the assessment. */
        HistoryEdition: {
            /** @description Made by the methodology of 2017, so that its figures can be held against the thresholds of the act. */
            comparable: boolean;
            /** @description Edition id, `ec-2023`. */
            id: string;
            /**
             * Format: int32
             * @description Its year.
             */
            year: number;
        };
        /** @description One material over the editions. */
        HistoryMaterial: {
            /** @description Id. */
            id: string;
            /** @description Name. */
            name: string;
            /** @description One point for each edition that assessed it, oldest first. */
            points: components["schemas"]["HistoryPoint"][];
        };
        /** @description A material in one edition, as published. */
        HistoryPoint: {
            /** @description Edition id. */
            edition: string;
            /**
             * Format: double
             * @description Published economic importance, index.
             */
            ei?: number | null;
            /**
             * Format: double
             * @description Half a unit of the last digit that the economic importance was printed with.
             */
            ei_half?: number | null;
            /** @description On the official list of that edition, by its own entry or its group's; null where that list is not in our tables. */
            listed?: boolean | null;
            /**
             * @description Whether both published figures meet the thresholds of the act (SR 1.0, EI 2.8); null where one is missing and
             *     before 2017, when scales and thresholds were others.
             */
            meets_rule?: boolean | null;
            /**
             * Format: double
             * @description Published supply risk, index.
             */
            sr?: number | null;
            /**
             * Format: double
             * @description Half a unit of the last digit that the supply risk was printed with.
             */
            sr_half?: number | null;
            /** @description Ids of the two facts. */
            why: components["schemas"]["HistoryWhy"];
            /**
             * Format: int32
             * @description Its year.
             */
            year: number;
        };
        /** @description Keys of the facts behind a point. */
        HistoryWhy: {
            /** @description Of the economic importance. */
            ei?: string | null;
            /** @description Of the supply risk. */
            sr?: string | null;
        };
        /** @description The audit of economic importance. */
        ImportanceDocument: {
            /** @description Figures that could be computed. */
            compared: number;
            /** @description Published figures. */
            published: number;
            /** @description The figures, worst difference first. */
            rows: components["schemas"]["ImportanceRow"][];
            /** @description Computed within 0.05 of the published figure. */
            within_005: number;
            /** @description Within the rounding of the inputs. */
            within_rounding: number;
        };
        /** @description One published economic importance against the computed one. */
        ImportanceRow: {
            /**
             * Format: double
             * @description Computed, index; null if an input is missing.
             */
            computed?: number | null;
            /**
             * Format: double
             * @description Computed minus published.
             */
            difference?: number | null;
            /**
             * Format: double
             * @description Highest by rounding.
             */
            high?: number | null;
            /**
             * Format: double
             * @description Lowest by rounding.
             */
            low?: number | null;
            /** @description Material id. */
            material: string;
            /** @description Material name. */
            name: string;
            /** @description What stands out about its inputs. */
            note?: string | null;
            /**
             * Format: double
             * @description Published, index.
             */
            published: number;
            /**
             * Format: double
             * @description Sum of all use shares, a fraction.
             */
            use_shares: number;
            /** @description Id under which the computed figure opens. */
            why?: string | null;
            /** @description Whether `low..high` meets the published figure within half its last printed digit. */
            within_rounding?: boolean | null;
            /**
             * Format: double
             * @description Part of the uses without a sector, a fraction.
             */
            without_sector: number;
        };
        /** @description Why an entry is missing or extra. */
        ListCauseDocument: {
            /**
             * Format: double
             * @description Economic importance used, index.
             */
            ei?: number | null;
            /** @description Material id. */
            material: string;
            /** @description Material name. */
            name: string;
            /** @description The cause in a sentence. */
            says: string;
            /**
             * Format: double
             * @description Our supply risk, index.
             */
            sr?: number | null;
            /**
             * Format: double
             * @description Highest.
             */
            sr_high?: number | null;
            /**
             * Format: double
             * @description Lowest.
             */
            sr_low?: number | null;
            /**
             * Format: double
             * @description Published supply risk, index.
             */
            sr_published?: number | null;
            /** @description Id under which our supply risk opens. */
            why: string;
        };
        /** @description The list, derived twice. */
        ListDocument: {
            /** @description By the rule of Art. 4(2) on the published figures, with the strategic materials. */
            derived: string[];
            /** @description Whether the two are the same. */
            derived_equals_official: boolean;
            /** @description The list in force: Annex II, Section 1 of the act; for earlier editions the Commission's list. */
            official: string[];
            /** @description By the same rule on our own figures, unrounded. */
            recomputed: components["schemas"]["RecomputedDocument"];
            /** @description By the same rule on our own figures rounded to one decimal. */
            recomputed_rounded: components["schemas"]["RecomputedDocument"];
        };
        /** @description A region on the map. */
        MapRegion: {
            /** @description NUTS code. */
            code: string;
            /** @description ISO code of the country. */
            country: string;
            /** @description In the Union. */
            eu: boolean;
            /**
             * Format: double
             * @description Latitude of a centre point, degrees north.
             */
            lat: number;
            /**
             * Format: int32
             * @description Level 2 or 3.
             */
            level: number;
            /** @description Name in the local script, where it differs. */
            local?: string | null;
            /**
             * Format: double
             * @description Longitude of a centre point, degrees east.
             */
            lon: number;
            /** @description Name in Latin script. */
            name: string;
        };
        /** @description One material. */
        MaterialDocument: {
            /** @description Names under which publishers print it. */
            aliases: string[];
            /** @description Id of the group that it belongs to. */
            group?: string | null;
            /** @description Id. */
            id: string;
            /** @description Kind: `metal`, `industrial-mineral`, `biotic`, `gas`, `group` ... */
            kind: string;
            /** @description On Annex II, Section 1 of the act, by its own entry or through its group. */
            listed: boolean;
            /** @description Name. */
            name: string;
            /** @description On Annex I of the act, by its own entry or through its group. */
            strategic: boolean;
        };
        /** @description One material. */
        MaterialRiskDocument: {
            /** @description Critical by the rule of Art. 4(2) on the figures above: both thresholds met, or strategic. Null if unknown. */
            critical?: boolean | null;
            /** @description Whether the bounds leave no doubt about `critical`. */
            critical_certain?: boolean | null;
            /** @description Whether the bounds leave no doubt about the deciding stage. */
            deciding_certain?: boolean | null;
            /** @description The stage with the higher supply risk; null for groups, which are means of their members. */
            deciding_stage?: string | null;
            /**
             * Format: double
             * @description Economic importance, index: computed, or the published figure where `ei_basis` is `published`.
             */
            ei?: number | null;
            ei_basis?: components["schemas"]["Basis"] | null;
            /**
             * Format: double
             * @description Highest economic importance.
             */
            ei_high?: number | null;
            /**
             * Format: double
             * @description Lowest economic importance.
             */
            ei_low?: number | null;
            /**
             * Format: double
             * @description Published economic importance, index.
             */
            ei_published?: number | null;
            /**
             * Format: double
             * @description Half a unit of the last digit that `ei_published` was printed with.
             */
            ei_published_half?: number | null;
            /** @description Id of the group that it belongs to. */
            group?: string | null;
            /** @description Id. */
            id: string;
            /** @description Kind: `metal`, `industrial-mineral`, `biotic`, `gas`, `group` ... */
            kind: string;
            /** @description On Annex II, Section 1 of the act, by its own entry or through its group: the law in force. */
            listed: boolean;
            /** @description The group through which it is listed. */
            listed_through?: string | null;
            /** @description Ids of its members, if it is a group. */
            members: string[];
            /** @description What would be needed and is not known. */
            missing: components["schemas"]["MissingDocument"][];
            /** @description Name. */
            name: string;
            /** @description What a reader must know to read the figures rightly. */
            notes: string[];
            /**
             * Format: double
             * @description Share of draws in which both thresholds are met, a fraction; null without draws.
             */
            probability?: number | null;
            /** @description Whether the two thresholds are met, whatever the strategic list says. Null if unknown. */
            rule_met?: boolean | null;
            /**
             * Format: double
             * @description Supply risk, index.
             */
            sr?: number | null;
            /**
             * Format: double
             * @description Highest supply risk: rounding of the inputs and shares missing from the lists.
             */
            sr_high?: number | null;
            /**
             * Format: double
             * @description Highest supply risk by rounding alone.
             */
            sr_high_rounding?: number | null;
            /**
             * Format: double
             * @description Lowest supply risk: rounding of the inputs and shares missing from the lists.
             */
            sr_low?: number | null;
            /**
             * Format: double
             * @description Lowest supply risk by rounding alone.
             */
            sr_low_rounding?: number | null;
            /**
             * Format: double
             * @description Published supply risk, index.
             */
            sr_published?: number | null;
            /**
             * Format: double
             * @description Half a unit of the last digit that `sr_published` was printed with.
             */
            sr_published_half?: number | null;
            /** @description Its stages, extraction first. */
            stages: components["schemas"]["StageRiskDocument"][];
            /** @description On Annex I of the act, by its own entry or through its group. False for a group of which only members are. */
            strategic: boolean;
            /** @description The grade, where only one grade is strategic. */
            strategic_grade?: string | null;
            /** @description The members that are strategic, where a group as such is not. */
            strategic_members: string[];
            /** @description Ids of its derivations. */
            why: components["schemas"]["MaterialWhy"];
        };
        /** @description Ids under which the derivations of a material's figures open. */
        MaterialWhy: {
            /** @description Of the economic importance. */
            ei?: string | null;
            /** @description Of the published economic importance: a fact. */
            ei_published?: string | null;
            /** @description Of the EoL-RIR: a fact. */
            eol_rir?: string | null;
            /** @description Of the substitution index: a fact. */
            si_sr?: string | null;
            /** @description Of the supply risk. */
            sr?: string | null;
            /** @description Of the published supply risk: a fact. */
            sr_published?: string | null;
        };
        /** @description The materials. */
        MaterialsAnswer: {
            /**
             * Format: int32
             * @description Version of this document's form, 1.
             */
            format: number;
            /** @description The materials in the order of the vocabulary. */
            materials: components["schemas"]["MaterialDocument"][];
        };
        /**
         * @description Where a material stands in the matrix.
         * @enum {string}
         */
        MatrixClass: "strategic" | "critical" | "below";
        /** @description A point of the matrix. */
        MatrixPoint: {
            /** @description Its class. */
            class: components["schemas"]["MatrixClass"];
            /** @description The horizontal value is the published figure, since it cannot be computed. */
            hollow: boolean;
            /** @description Material id. */
            id: string;
            /** @description Name. */
            label: string;
            /** @description A member of a group that has a point of its own. */
            member: boolean;
            /** @description Economic importance. */
            x: components["schemas"]["Read"];
            /** @description Supply risk. */
            y: components["schemas"]["Read"];
        };
        /** @description An assumption, or several that are drawn together. */
        MattersGroup: {
            /**
             * Format: double
             * @description First-order index: the share of the variance that this assumption explains alone.
             */
            first: number;
            /**
             * Format: double
             * @description Half-width of its 95 % interval.
             */
            first_error: number;
            /** @description Id: the parameter's key without the year. */
            id: string;
            /** @description Name in words. */
            name: string;
            /**
             * Format: double
             * @description Total index: the share in which it takes part, alone and with others.
             */
            total: number;
            /**
             * Format: double
             * @description Half-width of its 95 % interval.
             */
            total_error: number;
            /** @description A fact of it, which `why` opens; null for recyclers, whose projects stand in the Chain room. */
            why?: string | null;
        };
        /** @description What matters for one figure. */
        MattersResult: {
            /** @description The assumptions, the one with the largest total index first. */
            groups: components["schemas"]["MattersGroup"][];
            /** @description Line. */
            line: string;
            /** @description Material. */
            material: string;
            /** @description Name. */
            material_name: string;
            /** @description The answer in plain words. */
            says: string;
            /**
             * Format: double
             * @description Standard deviation of the figure, in its unit.
             */
            standard_deviation: number;
            /**
             * Format: int32
             * @description Year.
             */
            year: number;
        };
        /** @description Yes or no by stage; null if unknown. */
        MetDocument: {
            /** @description Extraction. */
            extraction?: boolean | null;
            /** @description Processing. */
            processing?: boolean | null;
            /** @description Recycling. */
            recycling?: boolean | null;
            /** @description No third country over the limit. */
            single_country?: boolean | null;
        };
        /** @description What this adit is. */
        MetaAnswer: {
            /** @description SHA-256 over all tables and what a workspace laid over them, hex. */
            data_hash: string;
            /** @description The edition from which figures come unless another is asked for. */
            default_edition: string;
            /** @description The editions, oldest first. */
            editions: components["schemas"]["EditionDocument"][];
            /**
             * Format: int32
             * @description Version of this document's form, 1.
             */
            format: number;
            /** @description Years of governance. */
            governance: components["schemas"]["GovernanceDocument"];
            /** @description The rooms. */
            rooms: components["schemas"]["RoomDocument"][];
            /** @description The thresholds of Art. 4(2). */
            thresholds: components["schemas"]["ThresholdsDocument"];
            /** @description Version of adit. */
            version: string;
            /** @description Name of the workspace, if one is open. */
            workspace?: string | null;
        };
        /** @description Something that a figure would need and that is not known. */
        MissingDocument: {
            /** @description Key of the fact that would fill the gap, or of its list. */
            input: string;
            /** @description What is missing, and what follows from it. */
            says: string;
        };
        /** @description Bands of the lines of a series or material; those that do not vary are left out. */
        ModelBands: {
            inflow?: components["schemas"]["OutlookBands"] | null;
            outflow?: components["schemas"]["OutlookBands"] | null;
            secondary?: components["schemas"]["OutlookBands"] | null;
            stock?: components["schemas"]["OutlookBands"] | null;
        };
        /** @description One cohort of a series. */
        ModelCohort: {
            /**
             * Format: double
             * @description Age at the start of the first period, or when it came used, in years; null for new goods.
             */
            age?: number | null;
            /** @description `initial` (in use before the first period), `new`, or `used` (imported used). */
            kind: string;
            /** @description Leaving use in each period. */
            outflow: number[];
            /** @description In use at the end of each period; 0 before it came. */
            stock: number[];
            /**
             * Format: int32
             * @description Year of the period in which it came; null for initial cohorts.
             */
            year?: number | null;
        };
        /** @description A material in one series. Lists have one value for each period. */
        ModelContent: {
            /** @description In new goods. */
            inflow: number[];
            /** @description Its name. */
            name: string;
            /** @description In goods that leave use. */
            outflow: number[];
            /** @description In use at the end of the period. */
            stock: number[];
        };
        /** @description The draws. */
        ModelDraws: {
            /** @description How many. */
            draws: number;
            /** @description What must be known of the draws. */
            notes: string[];
            /** @description What was drawn. */
            parameters: components["schemas"]["ModelParameter"][];
            /** @description `plain`, `latin-hypercube` or `sobol`. */
            sampling: string;
            /** @description How bands are to be read. */
            says: string;
            /**
             * Format: int64
             * @description Seed.
             */
            seed: number;
        };
        /** @description A flow between processes. */
        ModelFlow: {
            /** @description Amount in each period. */
            amount: number[];
            bands?: components["schemas"]["OutlookBands"] | null;
            /** @description The process that it leaves; null for outside. */
            from?: string | null;
            /** @description Its name. */
            name: string;
            /** @description The process that it enters; null for outside. */
            to?: string | null;
        };
        /** @description A component, material or element over all series. Lists have one value for each period. */
        ModelMaterial: {
            bands?: components["schemas"]["ModelBands"] | null;
            /**
             * @description End-of-life recycling input rate: old scrap that displaces primary material, over all input; null where nothing
             *     enters.
             */
            eol_rir?: (number | null)[] | null;
            /** @description End-of-life recycling rate: recovered, over all that leaves use; null where nothing leaves. */
            eol_rr?: (number | null)[] | null;
            /** @description In new goods. */
            inflow: number[];
            /** @description `component`, `material` or `element`. */
            layer: string;
            /** @description Its name. */
            name: string;
            /** @description In goods that leave use. */
            outflow: number[];
            /** @description Recovered by all routes; left out where no route recovers it. */
            secondary?: number[] | null;
            /** @description In use at the end of the period. */
            stock: number[];
            /** @description Its unit, as the file says; null where contents are shares of the unit of the series. */
            unit?: string | null;
        };
        /** @description An uncertain parameter. */
        ModelParameter: {
            /** @description Its distribution, in words. */
            distribution: string;
            /**
             * Format: double
             * @description Mean of the draws.
             */
            mean: number;
            /** @description `value` or `factor`. */
            meaning: string;
            /**
             * Format: double
             * @description 5 % of the draws lie below.
             */
            p05: number;
            /**
             * Format: double
             * @description Median of the draws.
             */
            p50: number;
            /**
             * Format: double
             * @description 95 % of the draws lie below.
             */
            p95: number;
            /** @description Its path. */
            path: string;
            /**
             * Format: double
             * @description Its number in the run without draws.
             */
            value: number;
        };
        /** @description A process. Lists have one value for each period. */
        ModelProcess: {
            /**
             * Format: double
             * @description Its imbalance, as a part of its largest flow.
             */
            balance_error: number;
            /**
             * @description What its stock takes up and no flow brings, from outside; below 0 where flows bring more than it takes up. Null for
             *     a process without a stock.
             */
            from_outside?: number[] | null;
            /** @description The material that is counted of that series. */
            material?: string | null;
            /** @description Its name. */
            name: string;
            /** @description Sum of the flows out of it. */
            passed_on: number[];
            /** @description Sum of the flows into it. */
            received: number[];
            /** @description The series whose stock it holds. */
            series?: string | null;
        };
        /** @description A route and one of its materials. Lists have one value for each period. */
        ModelRoute: {
            /** @description What leaves use and goes this way. */
            arriving: number[];
            bands?: components["schemas"]["ModelBands"] | null;
            /** @description Recoverable beyond the capacity of the route. */
            beyond_capacity: number[];
            /** @description The series that takes up what is recovered; null in an open loop. */
            into?: string | null;
            /** @description The material; null for the product itself. */
            material?: string | null;
            /** @description Name of the route. */
            name: string;
            /** @description Not collected. */
            not_collected: number[];
            /** @description Collected, and not taken out or separated. */
            not_dismantled: number[];
            /** @description Separated, and lost in recovery. */
            not_recovered: number[];
            /** @description The series whose outflow it takes. */
            of: string;
            /** @description Recovered: secondary material. */
            secondary: number[];
        };
        /** @description A model file, run. */
        ModelRunAnswer: {
            /**
             * Format: double
             * @description The largest |change of stock - inflow - net imports of used goods + outflow| of any series, material or process
             *     in any period, divided by its largest flow; nought within rounding.
             */
            balance_error: number;
            draws?: components["schemas"]["ModelDraws"] | null;
            /** @description The same and what else stands out about the file, with its place in it. */
            findings: components["schemas"]["FindingDocument"][];
            /** @description Flows between processes. */
            flows: components["schemas"]["ModelFlow"][];
            /**
             * Format: int32
             * @description Form of the document.
             */
            format: number;
            /** @description When in its period inflow enters: `start`, `middle` or `end`. */
            inflow_at: string;
            /** @description Everything that the series contain, each over all series. */
            materials: components["schemas"]["ModelMaterial"][];
            /** @description What the model is called. */
            name?: string | null;
            /** @description What its author says of its numbers. */
            note?: string | null;
            /** @description Processes. */
            processes: components["schemas"]["ModelProcess"][];
            /** @description End-of-life routes, one for each material. */
            routes: components["schemas"]["ModelRoute"][];
            /** @description The series, in the order of the file. */
            series: components["schemas"]["ModelSeries"][];
            /** @description Parameters that the question set. */
            set: components["schemas"]["ModelSetting"][];
            /** @description Where its author has the numbers from. */
            source?: string | null;
            /** @description Length of each period, in years. Flows are amounts in the period, not rates. */
            steps: number[];
            /** @description What series take up of what routes bring into them. */
            taken_up: components["schemas"]["ModelTakenUp"][];
            /** @description What a reader must know beside the figures, in words. */
            warnings: string[];
            /** @description The years in which the periods end. */
            years: number[];
        };
        /** @description A series. Lists have one value for each period. */
        ModelSeries: {
            bands?: components["schemas"]["ModelBands"] | null;
            /** @description By cohort, the initial ones first; left out where not asked for. */
            cohorts?: components["schemas"]["ModelCohort"][] | null;
            /** @description What is given: `stock` or `inflow`. */
            driver: string;
            /** @description New goods that enter use in the period. */
            inflow: number[];
            /**
             * Format: double
             * @description In use at the start of the first period.
             */
            initial_stock: number;
            /** @description What is in it. */
            materials: components["schemas"]["ModelContent"][];
            /** @description Its name. */
            name: string;
            /** @description What happens where a falling stock would need negative inflow: `error` or `retire`. */
            negative_inflow: string;
            /** @description What leaves use in the period. */
            outflow: number[];
            /** @description The part of the outflow that was retired early; left out where nothing was. */
            retired?: number[] | null;
            /** @description In use at the end of the period. */
            stock: number[];
            /** @description Share of the first cohort that is left at the end of the period. */
            survival: number[];
            /** @description Unit of its amounts, as the file says. */
            unit?: string | null;
            /** @description Net imports of used goods; left out where there are none. */
            used_net_imports?: number[] | null;
        };
        /** @description A parameter that the question set. */
        ModelSetting: {
            /** @description `value`, which replaces that of the file, or `factor`, which multiplies it. */
            meaning: string;
            /** @description Its path. */
            path: string;
            /**
             * Format: double
             * @description The number set.
             */
            value: number;
            /**
             * Format: double
             * @description The number of the file; 1 for a factor.
             */
            was: number;
        };
        /** @description What a series takes up of a material that routes bring into it. Lists have one value for each period. */
        ModelTakenUp: {
            /** @description The material; null for the product itself. */
            material?: string | null;
            /** @description What the routes bring. */
            offered: number[];
            /** @description Primary material that is still needed. */
            primary: number[];
            primary_bands?: components["schemas"]["OutlookBands"] | null;
            /** @description The series. */
            series: string;
            /** @description Offered, and more than enters the series. */
            surplus: number[];
            /** @description What of it displaces primary material. */
            used: number[];
        };
        /** @description An id with its name. */
        NamedDocument: {
            /** @description Id. */
            id: string;
            /** @description Name. */
            name: string;
        };
        /** @description Sets that are nearly as good. */
        NearAnswer: {
            /** @description Whether there are no others within `within`. */
            complete: boolean;
            /** @description In how many of the sets each project stands. */
            counts: components["schemas"]["NearCount"][];
            /**
             * Format: int32
             * @description Form of the document.
             */
            format: number;
            /** @description What must be said beside it. */
            notes: string[];
            /** @description Portfolio. */
            portfolio: string;
            /** @description In words: which projects stand in every set, which in some. */
            says: string[];
            /** @description The best first. */
            sets: components["schemas"]["NearSet"][];
            /**
             * Format: double
             * @description Sets may be worse than the best by this share.
             */
            within: number;
        };
        /** @description How often a project stands in the sets. */
        NearCount: {
            /** @description Name. */
            name: string;
            /** @description Project. */
            project: string;
            /** @description Sets with it. */
            sets: number;
        };
        /** @description A set. */
        NearSet: {
            /** @description The set. */
            chosen: components["schemas"]["PortfolioChosen"][];
            /** @description Projects that come in, against the best. */
            comes: string[];
            /** @description Projects that leave. */
            leaves: string[];
            /**
             * Format: double
             * @description Objective.
             */
            objective: number;
            /**
             * Format: double
             * @description By how much it is worse than the best, as a share of it.
             */
            worse: number;
        };
        /** @description What no group that is shown stands against. */
        NobodysEnemy: {
            /** @description The alternative. */
            alternative: string;
            /**
             * Format: double
             * @description The lowest share of a group's answers that have it in the better half of the ranks.
             */
            share: number;
        };
        /** @description One number of a derivation. */
        NodeDocument: {
            fact?: components["schemas"]["FactDocument"] | null;
            /** @description The formula; null for a fact. */
            formula?: string | null;
            /**
             * Format: double
             * @description Highest value, by the bounds reading of the same id.
             */
            high?: number | null;
            /** @description Id: asking for it opens this number alone. */
            id: string;
            /** @description The numbers that it was computed from, in the order of the formula. */
            inputs: components["schemas"]["DerivationDocument"][];
            /** @description What it is, in plain English. */
            label: string;
            /**
             * Format: double
             * @description Lowest value, by the bounds reading of the same id.
             */
            low?: number | null;
            /** @description Id of the rule; null for a fact. */
            rule?: string | null;
            /** @description The rule as one sentence; null for a fact. */
            says?: string | null;
            /** @description Where the rule stands, or how to cite the fact's source. */
            source: string;
            /** @description Unit: `index`, `share` (a fraction) ... */
            unit: string;
            /**
             * Format: double
             * @description Its value, in `unit`.
             */
            value: number;
        };
        /** @description A duty with one of its dates. */
        ObligationEntry: {
            /** @description Act. */
            act: string;
            /** @description `fixed`, `recurring`, `relative` or `conditional`. */
            basis: string;
            /**
             * Format: int32
             * @description Days from the day of the question; negative if the date has passed.
             */
            days_left?: number | null;
            /** @description The date; null where the trigger is unknown or the law names none. */
            due?: string | null;
            /**
             * Format: int32
             * @description Months between two dates of a recurring duty.
             */
            every_months?: number | null;
            /** @description Id of the duty. */
            id: string;
            /**
             * Format: double
             * @description Length of the period after the trigger, in `unit`.
             */
            length?: number | null;
            /** @description What must be known beside it. */
            note?: string | null;
            /**
             * Format: int32
             * @description Which of its dates this is: 1 is the first.
             */
            number: number;
            /** @description Article, paragraph and point. */
            rule: string;
            /** @description What the state means: of a passed date, that whether it was done is not in our facts. */
            says?: string | null;
            /** @description Source id. */
            source: string;
            /** @description `due`, `no-date`, `passed` or `proposed`. */
            state: string;
            /** @description What a period is counted from, or when the duty arises. */
            trigger?: string | null;
            /** @description Day of the trigger, where it is known. */
            triggered?: string | null;
            /** @description `days` or `months`. */
            unit?: string | null;
            /** @description `in-force`, or the proposal that would make it so. */
            version: string;
            /** @description The duty in plain words. */
            what: string;
            /** @description The party that the sentence binds. */
            who: string;
            /** @description Id under which the date opens; null where there is none. */
            why?: string | null;
        };
        /** @description Everything due. */
        ObligationsAnswer: {
            /** @description The day of the question. */
            as_of: string;
            /**
             * Format: int32
             * @description Form of the document.
             */
            format: number;
            /** @description What must be said beside them. */
            notes: string[];
            /** @description The duties: those to come by day, those without a date, those whose date has passed (the latest first), proposals. */
            obligations: components["schemas"]["ObligationEntry"][];
            /** @description The answer in words. */
            says: string[];
            /** @description The party asked for; null for all. */
            who?: string | null;
        };
        /** @description A group of answers that vote alike. */
        OpinionGroup: {
            /** @description At least so many answers, in whole fives; null if the group is too small to be told of. */
            answers_at_least?: number | null;
            /** @description `A` is the largest. */
            name: string;
            /**
             * Format: double
             * @description Share of resamples in which two answers of the group stay together, from 0 to 1; null where it is not told.
             */
            stability?: number | null;
        };
        /** @description What people said to the statements. */
        Opinions: {
            /** @description At least so many answers count, in whole fives; null below five. */
            answers_at_least?: number | null;
            /** @description Groups of answers that vote alike, the largest first; empty if none were found. */
            groups: components["schemas"]["OpinionGroup"][];
            /** @description Why there are no groups; null if there are. */
            no_groups?: string | null;
            /** @description The answer in words. */
            says: string[];
            /** @description The statements, in the order of the round. */
            statements: components["schemas"]["StatementResult"][];
        };
        /** @description A case from its first year to its last. */
        OutlookAnswer: {
            /** @description Every parameter with its source. */
            assumptions: components["schemas"]["OutlookAssumption"][];
            /**
             * Format: double
             * @description Largest difference between what enters, leaves and stays, over the largest flow; nought within rounding.
             */
            balance_error: number;
            /** @description The case. */
            case: components["schemas"]["OutlookCase"];
            /** @description Number of draws; 0 without. */
            draws: number;
            /**
             * Format: int32
             * @description Form of the document.
             */
            format: number;
            /** @description The levers, where they stand and how far they go. */
            levers: components["schemas"]["OutlookLever"][];
            /** @description The materials, or those asked for. */
            materials: components["schemas"]["OutlookMaterial"][];
            /** @description What is not known. */
            missing: string[];
            /** @description What must be said beside the figures. */
            notes: string[];
            /** @description The products behind them, by segment. */
            products: components["schemas"]["OutlookProduct"][];
            region?: components["schemas"]["OutlookRegion"] | null;
            /** @description `plain`, `latin-hypercube` or `sobol`. */
            sampling: string;
            /** @description The answer in plain words, the most important first. */
            says: string[];
            /**
             * Format: int64
             * @description Seed.
             */
            seed: number;
            /** @description The years that lines have a value for; each names its period by its end. */
            years: number[];
        };
        /** @description A parameter in a year, with its source. */
        OutlookAssumption: {
            /**
             * Format: double
             * @description Highest.
             */
            high?: number | null;
            /** @description `published`, `derived` or `assumption`. */
            kind: string;
            /** @description The lever that moves it, if one does. */
            lever?: string | null;
            /** @description Where in it, or the reason for the choice. */
            locator: string;
            /**
             * Format: double
             * @description Lowest.
             */
            low?: number | null;
            /** @description How it was scaled, what it leaves out. */
            note?: string | null;
            /** @description What it is of, in words. */
            of: string;
            /** @description The parameter. */
            parameter: string;
            /** @description The source, by its short citation. */
            source: string;
            /** @description How it spreads between them. */
            spread: string;
            /** @description Unit. */
            unit: string;
            /**
             * Format: double
             * @description Central value.
             */
            value: number;
            /** @description Key of the fact, which `why` opens. */
            why: string;
            /** @description The year, or `all`. */
            year: string;
        };
        /** @description Bands over the draws, year by year: a band is no single path. */
        OutlookBands: {
            /** @description Mean. */
            mean: (number | null)[];
            /** @description 5th percentile. */
            p05: (number | null)[];
            /** @description 25th percentile. */
            p25: (number | null)[];
            /** @description Median. */
            p50: (number | null)[];
            /** @description 75th percentile. */
            p75: (number | null)[];
            /** @description 95th percentile. */
            p95: (number | null)[];
        };
        /** @description What a case is about. */
        OutlookCase: {
            /**
             * Format: int32
             * @description Last year that rests on observed figures.
             */
            base_year: number;
            /**
             * Format: int32
             * @description First year.
             */
            first_year: number;
            /** @description Id, as in `adit outlook eu-batteries`. */
            id: string;
            /** @description When in its period inflow enters: `start`, `middle` or `end`. */
            inflow_at: string;
            /**
             * Format: int32
             * @description Last year.
             */
            last_year: number;
            /** @description The materials that are followed. */
            materials: components["schemas"]["NamedDocument"][];
            /** @description Name. */
            name: string;
            /** @description What is counted, in words. */
            product: string;
            /** @description Unit of its stock and of its yearly inflow. */
            product_unit: string;
            /** @description The question that it answers. */
            question: string;
            /** @description What undertakings in the Union make at the stage where they consume the materials (Art. 2(12)). */
            stage_product: string;
        };
        /** @description The cases that adit brings along. */
        OutlookCases: {
            /** @description The cases, in the order of the table. */
            cases: components["schemas"]["OutlookCase"][];
            /**
             * Format: int32
             * @description Form of the document.
             */
            format: number;
        };
        /** @description The flows of a material in a year. */
        OutlookFlows: {
            /** @description Case. */
            case: string;
            /**
             * Format: int32
             * @description Form of the document.
             */
            format: number;
            /** @description Links; at every inner node what enters is what leaves. */
            links: components["schemas"]["OutlookLink"][];
            /** @description Material. */
            material: string;
            /** @description Name. */
            material_name: string;
            /** @description Nodes, from left to right. */
            nodes: components["schemas"]["OutlookNode"][];
            /** @description The answer in one sentence. */
            says: string;
            /**
             * Format: int32
             * @description The year.
             */
            year: number;
            /** @description The years that can be asked for. */
            years: number[];
        };
        /** @description A lever. */
        OutlookLever: {
            /**
             * Format: double
             * @description Value in the base year; where its parameters differ, null.
             */
            base?: number | null;
            /**
             * Format: double
             * @description Right end of the slider.
             */
            high: number;
            /** @description Id, as in `--set collection=0.9`. */
            id: string;
            /**
             * Format: double
             * @description Left end of the slider.
             */
            low: number;
            /** @description Name. */
            name: string;
            /** @description What moving it means. */
            says: string;
            /**
             * Format: double
             * @description The value set; null if not moved.
             */
            set?: number | null;
            /**
             * Format: double
             * @description Step of the slider.
             */
            step: number;
            /** @description Unit: `share`, `times`, `years`. */
            unit: string;
            /**
             * Format: double
             * @description Value at [`OutlookLever::year`] if it is not moved; where its parameters differ, null.
             */
            unmoved?: number | null;
            /**
             * Format: int32
             * @description The year by which it is reached.
             */
            year: number;
        };
        /** @description A line over the years. */
        OutlookLine: {
            bands?: components["schemas"]["OutlookBands"] | null;
            /** @description Id. */
            id: string;
            /** @description Name. */
            name: string;
            /** @description What it is, one sentence. */
            says: string;
            /** @description Why mean and median differ, where they do. */
            skew?: string | null;
            /** @description Unit: `t` for stocks, `t/a` for flows, the product's unit, or `share`. */
            unit: string;
            /** @description Central value of each year; null where unknown. */
            values: (number | null)[];
            /** @description Id that opens the value of a year, with `{year}` in the place of the year. */
            why?: string | null;
        };
        /** @description A link. */
        OutlookLink: {
            /** @description Id of the node from which. */
            from: string;
            /** @description What it is. */
            name: string;
            /** @description Id of the node to which. */
            to: string;
            /** @description Tonnes contained in the year. */
            tonnes: components["schemas"]["FigureDocument"];
        };
        /** @description A material of a case. */
        OutlookMaterial: {
            /** @description What recycling capacity rests on: `capacity`, `output` (a lower bound), `zero`, `case`, or null if unknown. */
            capacity_basis?: string | null;
            /** @description Id. */
            id: string;
            /**
             * @description Its lines: `put-into-use`, `consumption`, `stock`, `end-of-life`, `feed`, `secondary-potential`,
             *     `secondary-supply`, `recycling-capacity`, `benchmark` (25 % of consumption), `manufacturing-scrap`,
             *     `scrap-supply` (tonnes); `eol-rir`, `eol-rr`, `capacity-share`, `secondary-share` (shares).
             */
            lines: components["schemas"]["OutlookLine"][];
            /** @description Name. */
            name: string;
            risk?: components["schemas"]["OutlookRisk"] | null;
            /** @description Why `risk` is null, or what must be known to read it. */
            risk_note?: string | null;
        };
        /** @description Sobol indices of one line of one material in one year. */
        OutlookMatters: {
            /** @description Case. */
            case: string;
            /**
             * Format: int32
             * @description Form of the document.
             */
            format: number;
            /** @description What must be said beside the figures. */
            notes: string[];
            /** @description For each material, line and year asked for. */
            results: components["schemas"]["MattersResult"][];
            /** @description Runs of the model: samples x (groups + 2). */
            runs: number;
            /** @description Rows of each of the two sample matrices. */
            samples: number;
            /**
             * Format: int64
             * @description Seed.
             */
            seed: number;
        };
        /** @description A node. */
        OutlookNode: {
            /** @description Column from the left, from 0. */
            column: number;
            /** @description Id. */
            id: string;
            /** @description `source`, `use`, `collection`, `recycling`, `loss` or `outside`: its colour. */
            kind: string;
            /** @description Name. */
            name: string;
        };
        /** @description A region that feeds a recycler. */
        OutlookPlace: {
            /** @description NUTS code. */
            code: string;
            /**
             * Format: double
             * @description Distance between centre points, kilometres; 0 for the region itself.
             */
            km: number;
            /** @description Name. */
            name: string;
            /** @description Its share of the Union. */
            share: components["schemas"]["FigureDocument"];
        };
        /** @description A segment of a case. */
        OutlookProduct: {
            /** @description `inflow` or `stock`: which of the two is given. */
            driver: string;
            /** @description Its lifetime in words. */
            lifetime: string;
            /** @description `inflow`, `stock`, `outflow`. */
            lines: components["schemas"]["OutlookLine"][];
            /** @description Name. */
            name: string;
            /** @description Id. */
            segment: string;
        };
        /** @description The estimate for a region: its share of the Union's stock, and what would come back in it and near it. */
        OutlookRegion: {
            /** @description `population` or `gdp`. */
            by: string;
            /** @description NUTS code. */
            code: string;
            /** @description By material: what comes back here and near, and what recyclers here could take. */
            materials: components["schemas"]["OutlookRegionMaterial"][];
            /** @description Name. */
            name: string;
            /** @description The region and its neighbours, nearest first. */
            places: components["schemas"]["OutlookPlace"][];
            /** @description That this is an estimate, and of what kind. */
            says: string[];
            /** @description Its share of the Union. */
            share: components["schemas"]["FigureDocument"];
            /**
             * Format: double
             * @description How far away a neighbour may be, kilometres between centre points.
             */
            within_km: number;
        };
        /** @description A material in a region. */
        OutlookRegionMaterial: {
            /** @description Capacity of the recyclers in the region, by year; unknown where none is listed with tonnes. */
            capacity: components["schemas"]["OutlookLine"];
            /** @description Id. */
            id: string;
            /** @description Name. */
            name: string;
            /** @description `feed` and `secondary-potential` of the region with its neighbours. */
            near: components["schemas"]["OutlookLine"][];
            /** @description `stock`, `end-of-life`, `feed` and `secondary-potential` of the region itself. */
            own: components["schemas"]["OutlookLine"][];
            /** @description The recyclers and projects behind it. */
            recyclers: components["schemas"]["NamedDocument"][];
        };
        /** @description What secondary supply would change in the official supply risk. */
        OutlookRisk: {
            /** @description The same with the rate of that year, all else unchanged. */
            after: components["schemas"]["FigureDocument"];
            /** @description Supply risk as adit computes it from the published inputs. */
            before: components["schemas"]["FigureDocument"];
            /** @description The same with the case's secondary supply of that year. */
            rate_after: components["schemas"]["FigureDocument"];
            /** @description End-of-life recycling input rate of the whole material as published. */
            rate_before: components["schemas"]["FigureDocument"];
            /**
             * Format: int32
             * @description The year.
             */
            year: number;
        };
        /** @description Three overall figures, never one without the others. */
        OverallDocument: {
            /** @description Sum of capacities over sum of consumption, of the materials for which both are known. */
            by_tonnes: components["schemas"]["SharesDocument"];
            /**
             * Format: double
             * @description How much of that consumption is aluminium and copper, a fraction.
             */
            by_tonnes_aluminium_copper?: number | null;
            /** @description Materials for which the bounds decide that it is met. */
            certainly_met: components["schemas"]["CountsDocument"];
            /** @description Materials for which it is known. */
            known: components["schemas"]["CountsDocument"];
            /** @description Median over the materials known. */
            median: components["schemas"]["SharesDocument"];
            /** @description Materials that meet it. */
            met: components["schemas"]["CountsDocument"];
            /** @description Materials for which the bounds leave it open. */
            open: components["schemas"]["CountsDocument"];
            /** @description Ids that open; null where the figure is unknown, and for the proxies, which have no overall figure of their own. */
            why: components["schemas"]["OverallWhy"];
        };
        /** @description Ids that `why` opens, by overall figure. */
        OverallWhy: {
            /** @description By tonnes. */
            by_tonnes: components["schemas"]["SharesWhy"];
            /** @description Median. */
            median: components["schemas"]["SharesWhy"];
        };
        /** @description Two regions. */
        PairDocument: {
            /**
             * Format: double
             * @description Interaction: above 0 they complement each other, below 0 they stand in each other's way.
             */
            interaction: number;
            /** @description The two. */
            regions: string[];
        };
        /** @description Imports from one country; tonnes contained. */
        PartnerFlow: {
            /** @description ISO code. */
            country: string;
            /** @description Name. */
            country_name: string;
            /** @description A strategic partnership, the EEA or an overseas territory, where it is one. */
            partner?: string | null;
            /**
             * Format: double
             * @description Share of imports, a fraction.
             */
            share: number;
            /** @description Tonnes contained. */
            tonnes: components["schemas"]["FigureDocument"];
        };
        /** @description One country. */
        PlaceDocument: {
            /** @description A member state of the European Union. */
            eu: boolean;
            /** @description ISO 3166-1 alpha-2 code (XK for Kosovo). */
            id: string;
            /** @description Name. */
            name: string;
        };
        /** @description The places. */
        PlacesAnswer: {
            /**
             * Format: int32
             * @description Version of this document's form, 1.
             */
            format: number;
            /** @description The countries in the order of the vocabulary. */
            places: components["schemas"]["PlaceDocument"][];
        };
        /** @description The check of a plan. */
        PlanAnswer: {
            /** @description Who prepares it. */
            authority?: string | null;
            /** @description Sentence by sentence. */
            checks: components["schemas"]["PlanCheck"][];
            /** @description Country code. */
            country?: string | null;
            /** @description Sites of our facts in its regions, and whether a provision names them. */
            facts: components["schemas"]["PlanFact"][];
            /**
             * Format: int32
             * @description Form of the document.
             */
            format: number;
            /** @description What kind of plan it is. */
            kind: string;
            /** @description Its name. */
            name: string;
            /** @description What must be said beside it. */
            notes: string[];
            /** @description Id of the plan, or the file. */
            plan: string;
            /** @description NUTS codes that it covers. */
            regions: string[];
            /** @description The answer in words. */
            says: string[];
            /** @description Names of provisions that are no id of a site or project in our facts. */
            unknown_names: string[];
        };
        /** @description One sentence of the law. */
        PlanCheck: {
            /** @description What is asked: `considered`, `priority`, `one-assessment`, `water` or `binds`. */
            id: string;
            /**
             * Format: int64
             * @description Line in the file.
             */
            line: number;
            /** @description What would mend it, or show it. */
            mend?: string | null;
            /** @description The sentence. */
            rule: string;
            /** @description Why. */
            says: string;
            /** @description `met`, `not-met`, `not-shown` or `does-not-bind`. */
            standing: string;
        };
        /** @description A plan of the list. */
        PlanEntry: {
            /** @description Id. */
            id: string;
            /** @description Name. */
            name: string;
            /** @description The answer in one sentence. */
            says: string;
        };
        /** @description A site of our facts in a region of the plan. */
        PlanFact: {
            /** @description What it is: `mine`, `deposit`, `refinery`, ... */
            kind: string;
            /** @description Ids of materials. */
            materials: string[];
            /** @description Name. */
            name: string;
            /** @description Whether a provision of the plan names it. */
            named: boolean;
            /** @description NUTS code, the finest that is known. */
            region: string;
            /** @description Id of the site. */
            site: string;
            /** @description Source id. */
            source: string;
            /** @description Its status as the facts have it. */
            status: string;
        };
        /** @description The plans that adit brings along. */
        PlansAnswer: {
            /**
             * Format: int32
             * @description Form of the document.
             */
            format: number;
            /** @description Each of them; all are made up. */
            plans: components["schemas"]["PlanEntry"][];
        };
        /** @description What is made as large or as small as can be. */
        PortfolioAim: {
            /** @description Id of the measure: `npv`, `points`, `tonnes`, `supply-risk` ... or `weighted`. */
            id: string;
            /** @description Measures that a front can be asked about. */
            measures: components["schemas"]["PortfolioMeasure"][];
            /** @description Name, in words. */
            name: string;
            /** @description `max` or `min`. */
            sense: string;
            /** @description Terms of it, where it is a weighted sum. */
            terms: components["schemas"]["PortfolioTerm"][];
            /** @description Unit of the objective. */
            unit: string;
        };
        /** @description The best set under all rules, with proof. */
        PortfolioAnswer: {
            /** @description What is made as large (or small) as can be. */
            aim: components["schemas"]["PortfolioAim"];
            /** @description Benchmarks per material and stage before and after. */
            benchmarks: components["schemas"]["PortfolioBenchmark"][];
            /**
             * Format: double
             * @description No set can be better than this.
             */
            bound?: number | null;
            /** @description Budgets per fund and year, with how far their sliders go. */
            budgets: components["schemas"]["PortfolioBudget"][];
            /** @description Every candidate, chosen or not, where it lies and what it could be. */
            candidates: components["schemas"]["PortfolioCandidate"][];
            /** @description What the check found, in words; empty if all is well. */
            check_findings: string[];
            /** @description Whether our own code found that the set keeps every rule and has this objective. */
            checked: boolean;
            /** @description What was chosen. */
            chosen: components["schemas"]["PortfolioChosen"][];
            conflict?: components["schemas"]["PortfolioConflict"] | null;
            /**
             * Format: int32
             * @description Form of the document.
             */
            format: number;
            /**
             * Format: double
             * @description `|bound - objective| / |objective|`; null without an objective.
             */
            gap?: number | null;
            /** @description Every rule with what is used of it and what loosening it by one unit would change. */
            limits: components["schemas"]["PortfolioLimit"][];
            /** @description What is not known, in words. */
            missing: string[];
            /** @description What must be said beside the figures. */
            notes: string[];
            /**
             * Format: double
             * @description The objective of the chosen set, in its unit; null if nothing could be chosen.
             */
            objective?: number | null;
            /** @description The portfolio. */
            portfolio: components["schemas"]["PortfolioSummary"];
            /** @description What each region gets. */
            regions: components["schemas"]["PortfolioRegion"][];
            /** @description What was not, and why. */
            rejected: components["schemas"]["PortfolioRejected"][];
            /** @description The answer in words, the most important first. */
            says: string[];
            /** @description How it was solved. */
            solving: components["schemas"]["PortfolioSolving"];
            /**
             * @description `optimal` (proved within the gap asked for), `optimal-of-linearisation` (supply risk is cubic in the choice),
             *     `time-limit` (the best found, with bound and gap), `infeasible` (see `conflict`) or `no-answer`.
             */
            status: string;
            supply_risk?: components["schemas"]["PortfolioSupplyRisk"] | null;
            /** @description Year by year: money, output, workforce. */
            timeline: components["schemas"]["PortfolioYear"][];
            /** @description Sums over the chosen set. */
            totals: components["schemas"]["PortfolioTotal"][];
            /** @description Id under which the objective opens. */
            why?: string | null;
        };
        /** @description A benchmark of a material at a stage, before and after. */
        PortfolioBenchmark: {
            /**
             * Format: double
             * @description Tonnes that the set adds.
             */
            added_t: number;
            /** @description Id under which they open. */
            added_t_why?: string | null;
            /**
             * Format: double
             * @description With the set.
             */
            after?: number | null;
            /** @description Id under which the share with the set opens. */
            after_why?: string | null;
            /**
             * Format: double
             * @description The benchmark of Art. 5(1).
             */
            aim: number;
            /**
             * Format: double
             * @description Share of the Union's consumption without the set; null if not known.
             */
            before?: number | null;
            /** @description Material. */
            material: string;
            /** @description Name of the material. */
            material_name: string;
            /** @description `extraction`, `processing` or `recycling`. */
            stage: string;
            /** @description Id under which the share without the set opens. */
            why?: string | null;
            /**
             * Format: int32
             * @description Year.
             */
            year: number;
        };
        /** @description A budget. */
        PortfolioBudget: {
            /** @description Id of the fund, as `--budget` takes it. */
            fund: string;
            /**
             * Format: double
             * @description Limit, `million EUR`.
             */
            limit: number;
            /** @description Name of the fund. */
            name: string;
            /**
             * Format: double
             * @description What one more million euro changes the objective by, solved again; null when not proved.
             */
            price?: number | null;
            /**
             * Format: double
             * @description Where it ends: what all candidates together could take, or twice the stated limit if that is more.
             */
            slider_high: number;
            /**
             * Format: double
             * @description Where a slider begins, `million EUR`.
             */
            slider_low: number;
            /**
             * Format: double
             * @description Limit of the file, before the question moved it, `million EUR`.
             */
            stated: number;
            /**
             * Format: double
             * @description Used, `million EUR`.
             */
            used: number;
            /** @description Id under which what is used opens; null without a chosen set. */
            why?: string | null;
            /**
             * Format: int32
             * @description Year; null for a budget over all years.
             */
            year?: number | null;
        };
        /** @description A candidate, for map and timeline. */
        PortfolioCandidate: {
            /** @description Inputs of it that are marked assumptions. */
            assumed: number;
            /**
             * Format: double
             * @description Years from the start of construction to the first tonne; null if not known.
             */
            build_years?: number | null;
            /** @description Whether it was chosen. */
            chosen: boolean;
            /** @description Country code. */
            country: string;
            /** @description Whether it may be built smaller than full. */
            divisible: boolean;
            /** @description Projects that it excludes. */
            excludes: string[];
            /** @description Instruments that it may have. */
            instruments: string[];
            /**
             * Format: double
             * @description Latitude, degrees north; null if no site is known.
             */
            lat?: number | null;
            /**
             * Format: double
             * @description Longitude, degrees east.
             */
            lon?: number | null;
            /** @description Materials, by name. */
            materials: string[];
            /** @description Measures of it at full size, earliest start and no instrument. */
            measures: components["schemas"]["PortfolioMeasured"][];
            /** @description Name. */
            name: string;
            /** @description Projects that it needs. */
            needs: string[];
            /** @description Id. */
            project: string;
            /**
             * Format: double
             * @description Years from the first tonne to full output; null if not known.
             */
            ramp_years?: number | null;
            region?: components["schemas"]["ChooseRegion"] | null;
            /** @description Inputs that come from a source. */
            sourced: number;
            /** @description Stages. */
            stages: string[];
            /** @description Years in which it may start. */
            starts: number[];
        };
        /** @description A change that would bring a project in. */
        PortfolioChange: {
            /**
             * Format: double
             * @description Now.
             */
            from?: number | null;
            /**
             * Format: double
             * @description To at least or at most.
             */
            to: number;
            /** @description Unit. */
            unit: string;
            /** @description What changes, in words: "public cost", "budget of the Just Transition Fund". */
            what: string;
        };
        /** @description A chosen project. */
        PortfolioChosen: {
            /**
             * Format: double
             * @description What it brings to the objective, in its unit.
             */
            contributes?: number | null;
            /** @description Instrument: `none`, `grant`, ... */
            instrument: string;
            /** @description Name. */
            name: string;
            /**
             * Format: double
             * @description Private money, `million EUR`.
             */
            private_cost?: number | null;
            /** @description Id under which that opens. */
            private_cost_why?: string | null;
            /** @description Id. */
            project: string;
            /**
             * Format: double
             * @description Public money that it takes over the years, not discounted, `million EUR`.
             */
            public_cost?: number | null;
            /** @description Id under which that opens. */
            public_cost_why?: string | null;
            /**
             * Format: double
             * @description Share of its full size, 0..1.
             */
            size: number;
            /**
             * Format: int32
             * @description Year in which it starts.
             */
            start: number;
            /** @description Id under which its contribution opens. */
            why?: string | null;
            /**
             * Format: double
             * @description What the objective loses if it is left out and all else is chosen anew; null where that was not solved.
             */
            worth?: number | null;
            /** @description Id under which that opens. */
            worth_why?: string | null;
        };
        /** @description The smallest set of rules that cannot all be kept: without any one of them the rest can. */
        PortfolioConflict: {
            /** @description The rules. */
            rules: components["schemas"]["PortfolioConflictRule"][];
            /** @description In words. */
            says: string;
            /** @description Whether it was proved that no smaller set contradicts; false where the time limit stopped the search. */
            smallest: boolean;
        };
        /** @description A rule of a conflict. */
        PortfolioConflictRule: {
            /** @description Line of the portfolio file; null for a rule of the question. */
            line?: number | null;
            /** @description Name. */
            name: string;
            /** @description In words. */
            says: string;
            /** @description Unit. */
            unit: string;
            /**
             * Format: double
             * @description What the limit would have to be if all others stay, in its unit; null if no limit helps.
             */
            would_have_to_be?: number | null;
        };
        /** @description A rule of the portfolio. */
        PortfolioLimit: {
            /** @description Whether the chosen set lies on the limit. */
            binding: boolean;
            /**
             * Format: double
             * @description The limit.
             */
            limit: number;
            /** @description Id under which the limit opens: the line of the file, or the question. */
            limit_why?: string | null;
            /** @description Line of the portfolio file that states it; null for a rule of the question. */
            line?: number | null;
            /** @description Name, as `--rule` takes it. */
            name: string;
            /**
             * Format: double
             * @description Change of the objective when the limit is loosened by one `price_unit` and the model solved again; null when
             *     that was not proved.
             */
            price?: number | null;
            /** @description The unit by which it was loosened: "1 million EUR". */
            price_unit: string;
            /** @description Id under which the price opens. */
            price_why?: string | null;
            /** @description The rule in words. */
            says: string;
            /** @description `at-most`, `at-least` or `equal`. */
            sense: string;
            /** @description Unit of both. */
            unit: string;
            /**
             * Format: double
             * @description What the chosen set uses.
             */
            used?: number | null;
            /** @description Id under which what is used opens. */
            why?: string | null;
        };
        /** @description A measure of a set of projects. */
        PortfolioMeasure: {
            /** @description Id, as `--front A,B` takes it. */
            id: string;
            /** @description Name. */
            name: string;
            /** @description `max` or `min`. */
            sense: string;
            /** @description Unit. */
            unit: string;
        };
        /** @description A measure of a candidate. */
        PortfolioMeasured: {
            /** @description Id of the measure. */
            id: string;
            /** @description Unit. */
            unit: string;
            /**
             * Format: double
             * @description Value; null if not known.
             */
            value?: number | null;
            /** @description Id under which it opens. */
            why?: string | null;
        };
        /** @description Output of a material at a stage. */
        PortfolioOutput: {
            /** @description Material. */
            material: string;
            /** @description Stage. */
            stage: string;
            /**
             * Format: double
             * @description Tonnes of contained element per year.
             */
            tonnes: number;
            /** @description Id under which they open. */
            why?: string | null;
        };
        /** @description What a region gets. */
        PortfolioRegion: components["schemas"]["ChooseRegion"] & {
            /** @description Candidates in it. */
            candidates: number;
            /** @description Projects chosen in it. */
            chosen: string[];
            /**
             * Format: double
             * @description Direct jobs in operation.
             */
            jobs?: number | null;
            /** @description Id under which the jobs open. */
            jobs_why?: string | null;
            /**
             * Format: double
             * @description Public money, `million EUR`.
             */
            public: number;
            /**
             * Format: double
             * @description Share of all public money; null if none is spent.
             */
            public_share?: number | null;
            /** @description Id under which the share opens. */
            public_share_why?: string | null;
            /** @description Id under which it opens. */
            public_why?: string | null;
        };
        /** @description A project that was not chosen. */
        PortfolioRejected: {
            /** @description Limits that stop it even alone, by name. */
            blocked_by: string[];
            /**
             * Format: double
             * @description What the objective loses if it is forced in, in its unit; null where that was not solved or is impossible.
             */
            costs?: number | null;
            /** @description Id under which that opens; null where it was not proved. */
            costs_why?: string | null;
            /** @description Projects that would leave the set for it. */
            displaces: string[];
            /** @description Name. */
            name: string;
            /** @description Id. */
            project: string;
            /** @description Whether the numbers are proved, or hold within the gap. */
            proved: boolean;
            /** @description Why not, in words: what would have to change. */
            why_not: string;
            /** @description Changes each of which would bring it in. */
            would_take: components["schemas"]["PortfolioChange"][];
        };
        /** @description One round. */
        PortfolioRound: {
            /**
             * Format: double
             * @description Exactly.
             */
            sr_exact: number;
            /**
             * Format: double
             * @description By the linearisation of this round.
             */
            sr_linear: number;
        };
        /** @description How it was solved. Times differ from run to run and stand in no document. */
        PortfolioSolving: {
            /** @description Columns of the programme. */
            columns: number;
            /**
             * Format: double
             * @description Gap at which it was allowed to stop.
             */
            gap_limit: number;
            /** @description Columns that must be whole. */
            integers: number;
            /**
             * Format: int64
             * @description Nodes of the search.
             */
            nodes?: number | null;
            /** @description Rows. */
            rows: number;
            /** @description Solver with its version. */
            solver: string;
            /**
             * Format: double
             * @description Time limit, seconds.
             */
            time_limit: number;
        };
        /** @description Public money of a fund in a year. */
        PortfolioSpent: {
            /** @description Fund. */
            fund: string;
            /**
             * Format: double
             * @description `million EUR`.
             */
            meur: number;
            /** @description Id under which it opens. */
            why?: string | null;
        };
        /** @description What a portfolio is about. */
        PortfolioSummary: {
            /**
             * Format: int32
             * @description First year.
             */
            first_year: number;
            /** @description Id, as in `adit choose lithium-six-regions`; for a file, its name. */
            id: string;
            /**
             * Format: int32
             * @description Last year.
             */
            last_year: number;
            /** @description Materials, by name. */
            materials: string[];
            /** @description Name. */
            name: string;
            /** @description How many projects can be chosen from. */
            projects: number;
            /** @description The question that it answers. */
            question: string;
            /** @description Regions. */
            regions: string[];
        };
        /** @description Change in supply risk: cubic in the choice, therefore linearised around it and re-checked exactly. */
        PortfolioSupplyRisk: {
            /**
             * Format: double
             * @description Supply risk without the set.
             */
            before: number;
            /** @description Material. */
            material: string;
            /** @description The rounds of linearising anew. */
            rounds: components["schemas"]["PortfolioRound"][];
            /** @description In words. */
            says: string;
            /** @description Whether the last two rounds agree within 1 %. */
            settled: boolean;
            /**
             * Format: double
             * @description With the set, exactly.
             */
            sr_exact: number;
            /**
             * Format: double
             * @description With the set, by the linearisation.
             */
            sr_linear: number;
            /** @description Ids under which it opens, one for each material. */
            why: string[];
        };
        /** @description A term of a weighted objective. */
        PortfolioTerm: {
            /** @description Id of the measure. */
            id: string;
            /**
             * Format: double
             * @description Its weight.
             */
            weight: number;
        };
        /** @description A sum over the chosen set. */
        PortfolioTotal: {
            /**
             * Format: double
             * @description Highest.
             */
            high?: number | null;
            /** @description Id of the measure: `npv`, `public`, `capex`, `carbon`, `water`, `land`, `jobs` ... */
            id: string;
            /**
             * Format: double
             * @description Lowest.
             */
            low?: number | null;
            /** @description Name. */
            name: string;
            /** @description Unit. */
            unit: string;
            /** @description Projects of which it is not known. */
            unknown: string[];
            /**
             * Format: double
             * @description Sum over the projects of which it is known; null if of none.
             */
            value?: number | null;
            /** @description Id under which it opens. */
            why?: string | null;
        };
        /** @description One year. */
        PortfolioYear: {
            /** @description Output by material and stage, tonnes of contained element. */
            output: components["schemas"]["PortfolioOutput"][];
            /**
             * Format: double
             * @description Private capital, `million EUR`.
             */
            private?: number | null;
            /** @description Id under which the private capital opens. */
            private_why?: string | null;
            /** @description Public money by fund, `million EUR`, in the order of the budgets' funds. */
            public: components["schemas"]["PortfolioSpent"][];
            /**
             * Format: double
             * @description Direct jobs.
             */
            workforce?: number | null;
            /** @description Id under which the jobs open. */
            workforce_why?: string | null;
            /**
             * Format: int32
             * @description Year.
             */
            year: number;
        };
        /** @description The portfolios that adit brings along and those of the workspace. */
        PortfoliosAnswer: {
            /**
             * Format: int32
             * @description Form of the document.
             */
            format: number;
            /** @description The portfolios. */
            portfolios: components["schemas"]["PortfolioSummary"][];
        };
        /** @description What went wrong, as RFC 9457 has it. */
        Problem: {
            /** @description What is wrong here. */
            detail: string;
            /** @description How to mend it. */
            hint?: string | null;
            /**
             * Format: int32
             * @description HTTP status code.
             */
            status: number;
            /** @description The status in words. */
            title: string;
            /** @description A stable word for the kind of problem. */
            type: string;
        };
        /** @description A project's capacity at a stage. */
        ProjectCapacityDocument: {
            /** @description Tonnes contained a year. */
            contained_t: components["schemas"]["FigureDocument"];
            /** @description Material. */
            material: string;
            /** @description Stage. */
            stage: string;
            /**
             * Format: int32
             * @description Start as stated.
             */
            start?: number | null;
            /** @description As stated by the promoter, with its unit. */
            stated?: string | null;
        };
        /** @description An input without a flip. */
        ProvedDocument: {
            /**
             * Format: double
             * @description Highest value searched.
             */
            high: number;
            /** @description The input: a fact's key, or the id of a country's governance. */
            input: string;
            /** @description What it is, in plain English. */
            label: string;
            /**
             * Format: double
             * @description Lowest value searched.
             */
            low: number;
            /**
             * Format: double
             * @description Its value now.
             */
            now: number;
            /** @description Unit of its values. */
            unit: string;
        };
        /** @description Another reading of a figure. */
        ProxyDocument: {
            /** @description The figure. */
            figure: components["schemas"]["FigureDocument"];
            /** @description `extraction`, `processing`, `recycling` or `single-country`. */
            measure: string;
            /** @description What it is, in words. */
            says: string;
        };
        /** @description A value with bounds, as a figure shows it. */
        Read: {
            /**
             * Format: double
             * @description Highest value, null where none is known.
             */
            high?: number | null;
            /**
             * Format: double
             * @description Lowest value, null where none is known.
             */
            low?: number | null;
            /**
             * Format: double
             * @description The value, in the unit of the axis; null if unknown.
             */
            value?: number | null;
            /** @description Id of the number's derivation. */
            why?: string | null;
        };
        /** @description A list from our own figures against the one in force. */
        RecomputedDocument: {
            /** @description Each missing or extra entry with its figures and the cause. */
            causes: components["schemas"]["ListCauseDocument"][];
            /** @description Here, not in force. */
            extra: string[];
            /** @description The entries. */
            ids: string[];
            /** @description In force, not here. */
            missing: string[];
            /** @description Materials whose supply risk cannot be computed. */
            unknown: string[];
            /** @description Entries for which the published economic importance was used, as ours cannot be computed. */
            with_published_ei: string[];
        };
        /** @description A flow before and after reconciliation; tonnes contained. */
        ReconciledFlow: {
            /**
             * Format: double
             * @description Standard error used.
             */
            error?: number | null;
            /**
             * Format: double
             * @description As measured; null if it was free.
             */
            measured?: number | null;
            /** @description Name. */
            name: string;
            /**
             * Format: double
             * @description Reconciled.
             */
            reconciled?: number | null;
            /**
             * Format: double
             * @description Normalised residual; above 1.96 the figures cannot all be true.
             */
            residual?: number | null;
            /** @description Not determined by anything that is known. */
            unobservable: boolean;
            /** @description Id that opens. */
            why?: string | null;
        };
        /** @description Everything about a region. */
        RegionAnswer: {
            /** @description What was asked for, where it is another code or name, and how it was translated. */
            asked?: string | null;
            /** @description European chains that it belongs to. */
            chains: components["schemas"]["RegionChain"][];
            /** @description What its projects together change in Europe's official numbers. */
            changes: components["schemas"]["RegionChange"][];
            /** @description NUTS code (2024 where there is one). */
            code: string;
            /** @description ISO code of the country. */
            country: string;
            /** @description Name of the country. */
            country_name: string;
            /** @description Mining's weight. */
            economy: components["schemas"]["RegionEconomy"];
            /**
             * Format: int32
             * @description Form of the document.
             */
            format: number;
            /**
             * Format: int32
             * @description Level.
             */
            level: number;
            /** @description What is not known. */
            missing: string[];
            /** @description Name in the local script. */
            name: string;
            /** @description Name in Latin script. */
            name_latin: string;
            /** @description What must be said beside the figures. */
            notes: string[];
            /** @description Its projects and what they change. */
            projects: components["schemas"]["RegionProject"][];
            /** @description The region of REMIX that it belongs to. */
            remix?: string | null;
            /** @description The finding in two or three sentences. */
            says: string[];
            /** @description Regions like it. */
            similar: components["schemas"]["SimilarRegion"][];
            /** @description Sources of what is shown, as they are cited. */
            sources: string[];
            /** @description What is in the ground and on it. */
            stages: components["schemas"]["RegionStage"][];
            /**
             * Format: int32
             * @description Vintage of the code.
             */
            vintage: number;
        };
        /** @description A material's chain seen from the region. */
        RegionChain: {
            /** @description Whom it could supply. */
            downstream: components["schemas"]["ConnectionDocument"][];
            /** @description Material. */
            material: string;
            /** @description Stages before and after that it lacks. */
            missing_links: string[];
            /** @description Name. */
            name: string;
            /** @description Stages that the region has, planned or standing. */
            stages: string[];
            /** @description Strategic by Annex I. */
            strategic: boolean;
            /** @description Who could supply it. */
            upstream: components["schemas"]["ConnectionDocument"][];
        };
        /** @description What the region's projects alone change in one official number. */
        RegionChange: {
            /**
             * Format: double
             * @description After.
             */
            after?: number | null;
            /**
             * Format: double
             * @description Before.
             */
            before?: number | null;
            /** @description Better by this; negative is worse; null if unknown. */
            better_by: components["schemas"]["FigureDocument"];
            /** @description Material. */
            material: string;
            /** @description `sr`, `extraction`, `processing`, `recycling` or `single-country`. */
            measure: string;
            /** @description In words, also where it is almost nothing or worse. */
            says: string;
            /**
             * Format: int32
             * @description Year.
             */
            year: number;
        };
        /** @description Mining's weight in the region. */
        RegionEconomy: {
            /** @description Mining by NACE division, where published. */
            divisions: components["schemas"]["DivisionDocument"][];
            /** @description Thousand persons employed, all sectors. */
            employment: components["schemas"]["DatedFigure"];
            /** @description Million euro. */
            gdp: components["schemas"]["DatedFigure"];
            /** @description What these figures cannot tell. */
            limits: string[];
            /** @description That over the same share of the Union (location quotient). */
            location_quotient: components["schemas"]["FigureDocument"];
            /** @description Persons employed in mining and quarrying (NACE B). */
            mining: components["schemas"]["DatedFigure"];
            /** @description Mining over all employment, a fraction. */
            mining_share: components["schemas"]["FigureDocument"];
            /** @description Persons. */
            population: components["schemas"]["DatedFigure"];
            /** @description Fraction of the labour force. */
            unemployment: components["schemas"]["DatedFigure"];
        };
        /** @description A project of the region. */
        RegionProject: {
            /** @description Capacities in this region. */
            capacities: components["schemas"]["ProjectCapacityDocument"][];
            /**
             * Format: double
             * @description Investment, million euro.
             */
            capex_meur?: number | null;
            /** @description Id. */
            id: string;
            /**
             * Format: double
             * @description Jobs in operation.
             */
            jobs?: number | null;
            /** @description What is not known of it. */
            missing: string[];
            /** @description Name. */
            name: string;
            /** @description Promoter. */
            promoter?: string | null;
            /** @description Status. */
            status: string;
            /** @description A Strategic Project of the Act. */
            strategic: boolean;
            /** @description Facts that `why` opens: capex, jobs. */
            why: string[];
        };
        /** @description Sites at one stage. */
        RegionStage: {
            /** @description The sites. */
            sites: components["schemas"]["SiteDocument"][];
            /** @description `deposit` or a stage of the chain. */
            stage: string;
        };
        /** @description Regions of NUTS 2024 with centre points: enough to draw a schematic map. */
        RegionsAnswer: {
            /** @description Whether the user has imported official boundaries (`GET /api/v1/boundaries`). */
            boundaries: boolean;
            /**
             * Format: int32
             * @description Form of the document.
             */
            format: number;
            /** @description What must be said beside a map. */
            notes: string[];
            /** @description Regions of levels 2 and 3, and those of 2021 that have no code in 2024. */
            regions: components["schemas"]["MapRegion"][];
            /** @description The REMIX regions. */
            remix: components["schemas"]["RemixRegion"][];
            /**
             * Format: int32
             * @description Vintage of the codes.
             */
            vintage: number;
        };
        /** @description A region of the REMIX project. */
        RemixRegion: {
            /** @description NUTS 2024 codes; those of 2021 where it has none. */
            codes: string[];
            /** @description Id. */
            id: string;
            /** @description Name. */
            name: string;
        };
        /** @description Supply risk and economic importance of one or all materials of an edition. */
        RiskAnswer: {
            /** @description Values of the base that a workspace laid another value over. */
            conflicts: components["schemas"]["ConflictDocument"][];
            draws?: components["schemas"]["DrawsDocument"] | null;
            /** @description Edition of the study, `ec-2023`. */
            edition: string;
            /**
             * Format: int32
             * @description Version of this document's form, 1.
             */
            format: number;
            /** @description Years of the governance mean, `2016-2020`. */
            governance: string;
            /** @description Whether bounds and draws include the World Bank's standard errors. */
            governance_error: boolean;
            /** @description The materials: single ones in the order of the vocabulary, then groups. */
            materials: components["schemas"]["MaterialRiskDocument"][];
            /** @description What is wrong with the study's own tables. */
            study_findings: components["schemas"]["FindingDocument"][];
            /** @description What the question changed, in words; empty for the study as published. */
            what_if: string[];
        };
        /** @description One year of the road. */
        RoadPoint: {
            /** @description By tonnes. */
            by_tonnes: components["schemas"]["SharesDocument"];
            /** @description By tonnes, highest. */
            high: components["schemas"]["SharesDocument"];
            /** @description Materials for which it is known. */
            known: components["schemas"]["CountsDocument"];
            /** @description By tonnes, lowest. */
            low: components["schemas"]["SharesDocument"];
            /** @description Median. */
            median: components["schemas"]["SharesDocument"];
            /** @description Materials that meet it. */
            met: components["schemas"]["CountsDocument"];
            /**
             * Format: int32
             * @description Year.
             */
            year: number;
        };
        /** @description Robust choice over draws. */
        RobustAnswer: {
            /** @description The choices compared: of the base case, and by each view of the draws. */
            choices: components["schemas"]["RobustChoice"][];
            /** @description Draws. */
            draws: number;
            /**
             * Format: int32
             * @description Form of the document.
             */
            format: number;
            /** @description What must be said beside it. */
            notes: string[];
            /** @description Portfolio. */
            portfolio: string;
            /** @description In words. */
            says: string[];
            /**
             * Format: int64
             * @description Seed.
             */
            seed: number;
            /** @description In how many of the draws, each chosen for alone, a project stands. */
            stands: components["schemas"]["RobustProject"][];
            /** @description Unit of the objective. */
            unit: string;
        };
        /** @description One choice. */
        RobustChoice: {
            /**
             * Format: double
             * @description Objective in the base case.
             */
            base?: number | null;
            /** @description The set. */
            chosen: components["schemas"]["PortfolioChosen"][];
            /**
             * Format: double
             * @description Mean over the draws.
             */
            expected?: number | null;
            /**
             * Format: double
             * @description Gap of its solution.
             */
            gap?: number | null;
            /** @description Name, in words. */
            name: string;
            /**
             * Format: double
             * @description Largest regret over the draws: how much better the best set of that draw would have been.
             */
            regret?: number | null;
            /** @description `optimal`, `time-limit` or `infeasible`. */
            status: string;
            /** @description `base`, `expected`, `worst` (mean of the worst p %) or `regret` (smallest largest regret). */
            view: string;
            /**
             * Format: double
             * @description Mean of the worst five of a hundred draws.
             */
            worst?: number | null;
        };
        /** @description How often a project stands. */
        RobustProject: {
            /** @description Name. */
            name: string;
            /** @description Project. */
            project: string;
            /**
             * Format: double
             * @description Share of the draws in whose best set it stands.
             */
            share: number;
        };
        /** @description A room: one question that adit answers. */
        RoomDocument: {
            /** @description Id, the first part of its address. */
            id: string;
            /** @description The question. */
            question: string;
            /** @description Whether it is built. */
            ready: boolean;
        };
        /** @description Something that can be chosen. */
        RoundAlternative: {
            /** @description Name for programs. */
            id: string;
            /** @description Name for people. */
            name: string;
            /** @description A value for each criterion, in their order and units. */
            values: number[];
        };
        /** @description One round: what it asks. */
        RoundAnswer: components["schemas"]["RoundSummary"] & {
            /** @description What the weights will order. */
            alternatives: components["schemas"]["RoundAlternative"][];
            /** @description What is weighed; empty where statements are voted on. */
            criteria: components["schemas"]["RoundCriterion"][];
            /**
             * Format: int32
             * @description Version of these words.
             */
            format: number;
            /** @description Groups to choose from; null as group of an answer is "I would rather not say". */
            groups: components["schemas"]["RoundGroup"][];
            /** @description Head of the round's chain: keep it, and `adit round verify --head` finds whether what it stood on was changed. */
            head: string;
            /** @description The question. */
            question: string;
            /** @description What is voted on; empty where criteria are weighed. */
            statements: components["schemas"]["RoundStatement"][];
            /** @description Who may answer: `anyone`, or one answer for each of the project's participation `codes`. */
            voters: string;
            /** @description Who asks. */
            who_asks: string;
        };
        /** @description A criterion. */
        RoundCriterion: {
            /**
             * Format: double
             * @description The best.
             */
            best?: number | null;
            /** @description `higher` or `lower`. */
            better: string;
            /** @description Name for programs. */
            id: string;
            /** @description What it means. */
            means: string;
            /** @description Name for people. */
            name: string;
            /** @description Unit. */
            unit?: string | null;
            /**
             * Format: double
             * @description The worst value among what can be chosen.
             */
            worst?: number | null;
        };
        /** @description A group. */
        RoundGroup: {
            /** @description Name for programs. */
            id: string;
            /** @description Name for people. */
            name: string;
        };
        /** @description The result of a closed round. */
        RoundResult: {
            /** @description What the weights order, with its values. */
            alternatives: components["schemas"]["RoundAlternative"][];
            /** @description All answers that count; null where it would tell of fewer than five people. */
            answers?: number | null;
            /** @description What was weighed. */
            criteria: components["schemas"]["RoundCriterion"][];
            /**
             * Format: int32
             * @description Version of these words.
             */
            format: number;
            /** @description The groups; of one that may not be shown everything is null. */
            groups: components["schemas"]["GroupResult"][];
            nobodys_enemy?: components["schemas"]["NobodysEnemy"] | null;
            /** @description The round. */
            round: string;
            /** @description Its heading. */
            title: string;
            votes?: components["schemas"]["Opinions"] | null;
        };
        /** @description A statement. */
        RoundStatement: {
            /**
             * Format: int64
             * @description The entry of the project's record from which it was taken.
             */
            entry?: number | null;
            /** @description Name for programs. */
            id: string;
            /** @description The statement. */
            text: string;
        };
        /** @description One round in short. */
        RoundSummary: {
            /** @description At least so many answers count at present, in whole fives; null below five. */
            answers_at_least?: number | null;
            /** @description What is asked for: `weights` of criteria, or `votes` on statements. */
            asks: string;
            /** @description Until when, UTC. */
            closes: string;
            /** @description Name of the round. */
            id: string;
            /** @description From when answers are taken, UTC. */
            opens: string;
            /** @description The portfolio whose choice it concerns. */
            portfolio?: string | null;
            /** @description The project whose record the statements belong to. */
            project?: string | null;
            /** @description `announced`, `open`, `ended` (its time is over, the tally not made) or `closed`. */
            state: string;
            /** @description The heading. */
            title: string;
        };
        /** @description The rounds there are. */
        RoundsAnswer: {
            /**
             * Format: int32
             * @description Version of these words.
             */
            format: number;
            /** @description The rounds, the latest to close first. */
            rounds: components["schemas"]["RoundSummary"][];
        };
        /** @description A number whose derivation stands further up in the same document. */
        SeeDocument: {
            /** @description Its id. */
            id: string;
            /** @description What it is, in plain English. */
            label: string;
            /** @description Always true. */
            see: boolean;
            /** @description Unit. */
            unit: string;
            /**
             * Format: double
             * @description Its value, in `unit`.
             */
            value: number;
        };
        /** @description The same with another EU supply. */
        SensitivityDocument: {
            /**
             * Format: double
             * @description Sum alone.
             */
            sum_alone?: number | null;
            /**
             * Format: double
             * @description EU supply, tonnes contained.
             */
            supply_t: number;
            /**
             * Format: double
             * @description Value of all together.
             */
            together?: number | null;
        };
        /** @description A line. */
        Series: {
            /** @description Id, kebab-case. */
            id: string;
            /** @description Name. */
            label: string;
            /** @description Its points from left to right; a point without a value breaks the line. */
            points: components["schemas"]["SeriesPoint"][];
        };
        /** @description A point of a line. */
        SeriesPoint: {
            /** @description Id of the number's derivation. */
            why?: string | null;
            /**
             * Format: double
             * @description Where it stands.
             */
            x: number;
            /**
             * Format: double
             * @description Its value, null if unknown.
             */
            y?: number | null;
        };
        /** @description Shares of consumption by stage, fractions; null if unknown. */
        SharesDocument: {
            /**
             * Format: double
             * @description Extraction.
             */
            extraction?: number | null;
            /**
             * Format: double
             * @description Processing.
             */
            processing?: number | null;
            /**
             * Format: double
             * @description Recycling.
             */
            recycling?: number | null;
        };
        /** @description Ids that `why` opens, by stage. */
        SharesWhy: {
            /** @description Extraction. */
            extraction?: string | null;
            /** @description Processing. */
            processing?: string | null;
            /** @description Recycling. */
            recycling?: string | null;
        };
        /** @description One list of suppliers. */
        SideSuppliers: {
            /**
             * Format: double
             * @description Concentration of the list, index; null if the list is empty.
             */
            hhi?: number | null;
            /** @description The suppliers, largest share first. */
            suppliers: components["schemas"]["SupplierDocument"][];
            /**
             * Format: double
             * @description Sum of the shares, a fraction; published lists need not sum to 1.
             */
            total: number;
            /** @description Id of the concentration's derivation. */
            why?: string | null;
        };
        /** @description A region to learn from. */
        SimilarRegion: {
            /** @description What it has and this region lacks. */
            ahead: string[];
            /** @description NUTS code. */
            code: string;
            /** @description ISO code of the country. */
            country: string;
            /** @description Name in Latin script. */
            name: string;
            /** @description Its parts: materials, stages, structure; each 0..1. */
            parts: components["schemas"]["SimilarityPart"][];
            /** @description What both have. */
            shared: string[];
            /**
             * Format: double
             * @description Similarity, 0..1.
             */
            similarity: number;
        };
        /** @description A part of a similarity. */
        SimilarityPart: {
            /** @description `materials`, `stages` or `structure`. */
            of: string;
            /**
             * Format: double
             * @description 0..1; null if unknown.
             */
            value?: number | null;
            /**
             * Format: double
             * @description Weight, 0..1.
             */
            weight: number;
        };
        /** @description A capacity of a site. */
        SiteCapacity: {
            /** @description `capacity`, `production`, `planned`, `unknown`. */
            basis: string;
            /**
             * Format: double
             * @description Tonnes contained a year; null if unknown.
             */
            contained_t?: number | null;
            /** @description The row stands on memory, not on a page that was read: never counted. */
            from_memory: boolean;
            /** @description Material. */
            material: string;
            /** @description Stage. */
            stage: string;
            /** @description Key of the fact that `why` opens. */
            why?: string | null;
        };
        /** @description A site, or a project's site at a stage. */
        SiteDocument: {
            /** @description Known capacities. */
            capacities: components["schemas"]["SiteCapacity"][];
            /** @description How sure the source is of it: high, medium, low. */
            confidence?: string | null;
            /** @description ISO code of the country. */
            country: string;
            /** @description Id of the site or project. */
            id: string;
            /** @description `deposit`, `mine`, `smelter-refinery`, `plant`, `recycler` or `project`. */
            kind: string;
            /**
             * Format: double
             * @description Latitude, degrees north.
             */
            lat?: number | null;
            /**
             * Format: double
             * @description Longitude, degrees east.
             */
            lon?: number | null;
            /** @description Materials. */
            materials: string[];
            /** @description Name. */
            name: string;
            /** @description Anything else worth knowing. */
            note?: string | null;
            /** @description Operator or promoter. */
            operator?: string | null;
            /** @description NUTS 2024 level 2 code. */
            region?: string | null;
            /** @description Source, as it is cited. */
            source: string;
            /** @description Stages at the site. */
            stages: string[];
            /** @description Status. */
            status: string;
            /** @description A Strategic Project of the Act. */
            strategic: boolean;
        };
        /** @description Sites and projects at points. */
        SitesAnswer: {
            /**
             * Format: int32
             * @description Form of the document.
             */
            format: number;
            /** @description What must be said beside them. */
            notes: string[];
            /** @description Sites and project sites. */
            sites: components["schemas"]["SiteDocument"][];
        };
        /** @description A publication, with its licence and the attribution it asks for. */
        SourceDocument: {
            /** @description DOI or address. */
            address: string;
            /** @description How to cite it. */
            citation: string;
            /** @description Edition. */
            edition: string;
            /** @description Id. */
            id: string;
            /** @description Licence. */
            licence: string;
            /** @description Address of the licence text. */
            licence_url: string;
            /** @description Anything else worth knowing. */
            note: string;
            /** @description Who published it. */
            publisher: string;
            /** @description Title. */
            title: string;
            /** @description The transcription it was taken from, where it was not the publication itself. */
            via: string;
            /**
             * Format: int32
             * @description Year of publication; null if none is given.
             */
            year?: number | null;
        };
        /** @description The sources with their licences. */
        SourcesAnswer: {
            /**
             * Format: int32
             * @description Version of this document's form, 1.
             */
            format: number;
            /** @description The sources in the order of their table. */
            sources: components["schemas"]["SourceDocument"][];
        };
        /** @description One published figure of a stage against the one computed from the published inputs. */
        StageAuditDocument: {
            /**
             * @description One word for why not: `other-transcription`, `other-edition`, `other-stage`, `neighbouring-row`, `stated-scope`,
             *     `members`, `missing-shares` or `unexplained`; null inside rounding.
             */
            cause?: string | null;
            /** @description Single changes that would close the gap; none of them is evidence. */
            closable_by: components["schemas"]["ClosingDocument"][];
            /**
             * Format: double
             * @description Computed supply risk, index; null if an input is missing.
             */
            computed?: number | null;
            /**
             * Format: double
             * @description Computed minus published.
             */
            difference?: number | null;
            /** @description Independent evidence, strongest kind first. */
            evidence: components["schemas"]["EvidenceDocument"][];
            /** @description The cause in a sentence, or why nothing is computed. */
            explanation?: string | null;
            /**
             * Format: double
             * @description Highest supply risk: rounding of the inputs and shares missing from the lists.
             */
            high?: number | null;
            /**
             * Format: double
             * @description Highest supply risk by rounding alone.
             */
            high_rounding?: number | null;
            /**
             * Format: double
             * @description Lowest supply risk: rounding of the inputs and shares missing from the lists.
             */
            low?: number | null;
            /**
             * Format: double
             * @description Lowest supply risk by rounding alone.
             */
            low_rounding?: number | null;
            /** @description Material id; in a file, the file's own words. */
            material: string;
            /** @description Material name. */
            name: string;
            /**
             * Format: double
             * @description Published supply risk, index.
             */
            published?: number | null;
            /**
             * Format: double
             * @description Half a unit of the last digit that it was printed with.
             */
            published_half?: number | null;
            /** @description Published scope. */
            scope?: string | null;
            /** @description `extraction` or `processing`. */
            stage: string;
            /** @description Id under which the computed figure opens. */
            why?: string | null;
            /** @description Whether `low..high` meets the published figure within half its last printed digit; null if nothing is computed. */
            within_rounding?: boolean | null;
        };
        /** @description The Union's balance at a stage; tonnes contained a year. */
        StageBalance: {
            /** @description Goods of the Harmonized System counted at this stage. */
            codes: string[];
            /** @description Production + imports - exports. */
            consumption: components["schemas"]["FigureDocument"];
            /** @description Why the two differ. */
            differs_by: string[];
            /**
             * Format: double
             * @description Share of the tonnes that was estimated by unit value because the quantity is missing, a fraction.
             */
            estimated_share?: number | null;
            /** @description Exports to third countries. */
            exports: components["schemas"]["FigureDocument"];
            /** @description Import reliance computed here, a fraction. */
            import_reliance: components["schemas"]["FigureDocument"];
            /** @description The official import reliance of the Risk room, a fraction. */
            import_reliance_official: components["schemas"]["FigureDocument"];
            /** @description Imports from third countries. */
            imports: components["schemas"]["FigureDocument"];
            /** @description Where imports come from, largest first. */
            partners: components["schemas"]["PartnerFlow"][];
            /** @description Production. */
            production: components["schemas"]["FigureDocument"];
            /** @description Stage. */
            stage: string;
        };
        /** @description One stage of a material. */
        StageRiskDocument: {
            /**
             * Format: double
             * @description End-of-life recycling input rate, a fraction.
             */
            eol_rir?: number | null;
            /**
             * Format: double
             * @description Concentration of EU sourcing, index.
             */
            hhi_eus?: number | null;
            /**
             * Format: double
             * @description Concentration of global supply, index.
             */
            hhi_gs?: number | null;
            /**
             * Format: double
             * @description Import reliance as it counts, a fraction: 0 for a net exporter.
             */
            ir?: number | null;
            /**
             * Format: double
             * @description Import reliance as published, a fraction; negative for a net exporter.
             */
            ir_published?: number | null;
            /**
             * Format: double
             * @description Shares missing from the list of EU sourcing, a fraction.
             */
            missing_share_eus?: number | null;
            /**
             * Format: double
             * @description Shares missing from the list of global supply, a fraction.
             */
            missing_share_gs?: number | null;
            /** @description What a reader must know to read the stage rightly. */
            note?: string | null;
            /** @description The scope computed under: `both`, `gs` or `eus`; null where none was published, and then no figure is chosen. */
            scope?: string | null;
            /** @description The published scope, where the question asked for another one. */
            scope_published?: string | null;
            /**
             * Format: double
             * @description Substitution index of supply risk, 0..1.
             */
            si_sr?: number | null;
            /**
             * Format: double
             * @description Supply risk, index.
             */
            sr?: number | null;
            sr_by_scope?: components["schemas"]["ByScope"] | null;
            /**
             * Format: double
             * @description Supply risk if EU sourcing alone counted, index: stands beside a scope that cannot see EU sourcing.
             */
            sr_eu_sourcing?: number | null;
            /**
             * Format: double
             * @description Highest supply risk: rounding and missing shares.
             */
            sr_high?: number | null;
            /**
             * Format: double
             * @description Highest supply risk by rounding alone.
             */
            sr_high_rounding?: number | null;
            /**
             * Format: double
             * @description Lowest supply risk: rounding and missing shares.
             */
            sr_low?: number | null;
            /**
             * Format: double
             * @description Lowest supply risk by rounding alone.
             */
            sr_low_rounding?: number | null;
            /**
             * Format: double
             * @description Published supply risk of the stage, index.
             */
            sr_published?: number | null;
            /**
             * Format: double
             * @description Half a unit of the last digit that `sr_published` was printed with.
             */
            sr_published_half?: number | null;
            /** @description `extraction` or `processing`. */
            stage: string;
            /** @description Ids of its derivations. */
            why: components["schemas"]["StageWhy"];
        };
        /** @description Both lists of a stage. */
        StageSuppliers: {
            /** @description EU sourcing: EU production and imports. */
            europe: components["schemas"]["SideSuppliers"];
            /** @description `extraction` or `processing`. */
            stage: string;
            /** @description Global supply. */
            world: components["schemas"]["SideSuppliers"];
        };
        /** @description Ids under which the derivations of a stage's figures open. */
        StageWhy: {
            /** @description Of the concentration of EU sourcing. */
            hhi_eus?: string | null;
            /** @description Of the concentration of global supply. */
            hhi_gs?: string | null;
            /** @description Of the import reliance as it counts. */
            ir?: string | null;
            /** @description Of the published import reliance: a fact. */
            ir_published?: string | null;
            /** @description Of the supply risk. */
            sr?: string | null;
            /** @description Of the supply risk under EU sourcing alone. */
            sr_eu_sourcing?: string | null;
            /** @description Of the published supply risk: a fact. */
            sr_published?: string | null;
        };
        /** @description One statement, and what was said to it. */
        StatementResult: {
            all?: components["schemas"]["VoteCounts"] | null;
            /**
             * Format: double
             * @description Group-informed consensus: the product over groups of (1 + agree)/(2 + votes), from 0 to 1; null without groups, or
             *     where one is not told.
             */
            consensus?: number | null;
            /**
             * Format: double
             * @description How far the most and the least agreeing group are apart, from 0 to 1; null where fewer than two are told.
             */
            divides?: number | null;
            /**
             * Format: int64
             * @description The entry of the project's record from which it was taken.
             */
            entry?: number | null;
            /** @description The votes of each group, in the order of the groups; null where they are not told. */
            groups: (components["schemas"]["VoteCounts"] | null)[];
            /** @description Name for programs. */
            id: string;
            /** @description The statement, in its own words. */
            text: string;
        };
        /** @description One supplier. */
        SupplierDocument: {
            /**
             * Format: double
             * @description Its term of the concentration, index; null without governance.
             */
            contribution?: number | null;
            /** @description ISO 3166-1 alpha-2 code (XK for Kosovo). */
            country: string;
            /** @description A member state of the European Union. */
            eu: boolean;
            /**
             * Format: double
             * @description Governance, 0 (best) to 10 (worst); null if the World Bank has none.
             */
            governance?: number | null;
            /** @description Name. */
            name: string;
            /** @description The share as it was printed, in percent. */
            published: string;
            /**
             * Format: double
             * @description Share, a fraction.
             */
            share: number;
            /**
             * Format: double
             * @description Highest share that its printed form allows.
             */
            share_high: number;
            /**
             * Format: double
             * @description Lowest share that its printed form allows.
             */
            share_low: number;
            /**
             * Format: double
             * @description Trade parameter: 0.8 inside the EU, 1.0, more with export restrictions.
             */
            trade: number;
            /** @description Ids of its derivations. */
            why: components["schemas"]["SupplierWhy"];
        };
        /** @description Ids under which a supplier's numbers open. */
        SupplierWhy: {
            /** @description Of the term of the concentration. */
            contribution?: string | null;
            /** @description Of the governance. */
            governance?: string | null;
            /** @description Of the share: a fact. */
            share?: string | null;
            /** @description Of the trade parameter: a fact. */
            trade?: string | null;
        };
        /** @description The suppliers of a material, by stage, for the world and for EU sourcing. */
        SuppliersAnswer: {
            /** @description Edition of the study. */
            edition: string;
            /**
             * Format: int32
             * @description Version of this document's form, 1.
             */
            format: number;
            /** @description Years of the governance mean. */
            governance: string;
            /** @description Material id. */
            material: string;
            /** @description Material name. */
            name: string;
            /** @description Its stages, extraction first; none for a group, whose members have their own lists. */
            stages: components["schemas"]["StageSuppliers"][];
        };
        /** @description One table. */
        TableDocument: {
            /** @description More about it. */
            description: string;
            /** @description Names of its facts: the last part of their keys. */
            facts: string[];
            /** @description Name: the first part of its facts' keys. */
            name: string;
            /** @description Number of rows. */
            rows: number;
            /** @description Ids of the sources that its rows come from. */
            sources: string[];
            /** @description What it holds. */
            title: string;
        };
        /** @description The tables of facts. */
        TablesAnswer: {
            /**
             * Format: int32
             * @description Version of this document's form, 1.
             */
            format: number;
            /** @description The tables in the order of the data package. */
            tables: components["schemas"]["TableDocument"][];
        };
        /** @description The tables, or the facts of the table asked for. */
        TablesOrFacts: components["schemas"]["TablesAnswer"] | components["schemas"]["FactsAnswer"];
        /** @description Reaching a target. */
        TargetDocument: {
            /** @description The cheapest set that reaches it. */
            cheapest?: string[] | null;
            /**
             * Format: double
             * @description Its cost.
             */
            cost?: number | null;
            /** @description What cost means: `regions` (their number) or `million EUR` (stated investment). */
            cost_unit: string;
            /** @description Whether all together reach it. */
            reached: boolean;
            /**
             * Format: double
             * @description The value to reach.
             */
            target: number;
        };
        /** @description Fractions of annual consumption. */
        TargetsDocument: {
            /**
             * Format: double
             * @description At least.
             */
            extraction: number;
            /**
             * Format: double
             * @description At least.
             */
            processing: number;
            /**
             * Format: double
             * @description At least.
             */
            recycling: number;
            /**
             * Format: double
             * @description At most, from one third country.
             */
            single_country: number;
        };
        /** @description Dependence on one third country. */
        ThirdCountry: {
            /** @description ISO code. */
            country: string;
            /** @description Name. */
            country_name: string;
            /**
             * Format: double
             * @description Highest.
             */
            high?: number | null;
            /**
             * Format: double
             * @description Lowest.
             */
            low?: number | null;
            /** @description What was divided by what: `consumption` (the Act) or `imports` or `sourcing` (proxies), with the years. */
            of: string;
            /** @description A strategic partnership (Art. 37), the EEA, or an overseas territory, where it is one. */
            partner?: string | null;
            /**
             * Format: double
             * @description Imports from it over the Union's consumption of that form, a fraction.
             */
            share: number;
            /** @description Stage. */
            stage: string;
            /** @description Id that opens. */
            why?: string | null;
        };
        /** @description A line to hold values against. */
        Threshold: {
            /** @description What it is. */
            label: string;
            /**
             * Format: double
             * @description Where it lies, in the unit of its axis.
             */
            value: number;
        };
        /** @description The thresholds of the list rule, index. */
        ThresholdsDocument: {
            /**
             * Format: double
             * @description Of economic importance.
             */
            ei: number;
            /**
             * Format: double
             * @description Of supply risk.
             */
            sr: number;
        };
        /** @description The game of rules §3. */
        TogetherAnswer: {
            /**
             * Format: double
             * @description The figure with all.
             */
            after?: number | null;
            /** @description Value of each alone. */
            alone: {
                [key: string]: number;
            };
            /**
             * Format: double
             * @description The figure without any of the regions.
             */
            before?: number | null;
            /** @description Whether the full coalition is capped: more tonnes than can displace anything. */
            capped: boolean;
            /** @description Coalitions: all up to 10 regions; above, the empty, single, pair and full ones. */
            coalitions: components["schemas"]["CoalitionDocument"][];
            /**
             * Format: double
             * @description What sampled shares lacked to `together`, added to them in equal parts; 0 if exact.
             */
            correction: number;
            /** @description Displacement rule. */
            displacement: string;
            /** @description The same under every displacement rule. */
            displacements: components["schemas"]["DisplacementDocument"][];
            ensemble?: components["schemas"]["TogetherEnsemble"] | null;
            /**
             * Format: double
             * @description Largest 95 % half-width over the regions; 0 if exact.
             */
            error_bound: number;
            /** @description Whether the shares are exact. */
            exact: boolean;
            /**
             * Format: int32
             * @description Form of the document.
             */
            format: number;
            /** @description Material. */
            material: string;
            /** @description Name. */
            material_name: string;
            /** @description `sr`, `extraction`, `processing`, `recycling` or `single-country`. */
            measure: string;
            /** @description What is not known. */
            missing: string[];
            /** @description What must be said beside the figures. */
            notes: string[];
            /** @description How well pairs go together, the strongest first. */
            pairs: components["schemas"]["PairDocument"][];
            /** @description The regions. */
            regions: components["schemas"]["TogetherRegion"][];
            /** @description The answer in plain words. */
            says: string[];
            /** @description Half and twice the EU supply. */
            sensitivity: components["schemas"]["SensitivityDocument"][];
            /** @description Shapley shares; they add to `together`. */
            shapley: {
                [key: string]: number;
            };
            /** @description Stage played; null for the official figure (the higher stage). */
            stage?: string | null;
            /**
             * Format: double
             * @description Their sum.
             */
            sum_alone?: number | null;
            /**
             * Format: double
             * @description EU supply in the year, tonnes contained; null if unknown.
             */
            supply_t?: number | null;
            target?: components["schemas"]["TargetDocument"] | null;
            /**
             * Format: double
             * @description Value of all together; null if unknown.
             */
            together?: number | null;
            /**
             * Format: double
             * @description Highest value of all together.
             */
            together_high?: number | null;
            /**
             * Format: double
             * @description Lowest value of all together.
             */
            together_low?: number | null;
            /** @description Unit of all values: `index` for `sr`, `share` for the rest. */
            unit: string;
            unofficial?: components["schemas"]["UnofficialDocument"] | null;
            /** @description Id that opens the value of all together; null if unknown. */
            why?: string | null;
            /**
             * Format: double
             * @description World production, tonnes contained; null if unknown or not needed.
             */
            world_t?: number | null;
            /**
             * Format: int32
             * @description Year.
             */
            year: number;
        };
        /** @description What the draws say. */
        TogetherEnsemble: {
            /** @description Number of draws. */
            draws: number;
            /**
             * Format: double
             * @description Mean value of all together.
             */
            mean: number;
            /**
             * Format: double
             * @description 5th percentile.
             */
            p05: number;
            /**
             * Format: double
             * @description 95th percentile.
             */
            p95: number;
            /**
             * Format: int64
             * @description Seed.
             */
            seed: number;
            /** @description Mean Shapley shares. */
            shapley: {
                [key: string]: number;
            };
        };
        /** @description A project in the game. */
        TogetherProject: {
            /**
             * Format: double
             * @description Capacity, tonnes contained a year; null if unknown, and then it does not count.
             */
            capacity_t?: number | null;
            /** @description Id. */
            id: string;
            /** @description Name. */
            name: string;
            /** @description Why it counts less than its capacity, or not at all. */
            note?: string | null;
            /**
             * Format: double
             * @description Probability.
             */
            probability: number;
            /** @description Stage. */
            stage: string;
            /**
             * Format: double
             * @description Tonnes that count in the year.
             */
            tonnes: number;
            /** @description The fact of its capacity. */
            why?: string | null;
        };
        /** @description A player. */
        TogetherRegion: {
            /** @description NUTS code. */
            code: string;
            /** @description ISO code of the country. */
            country: string;
            /** @description Every coalition that reaches the target contains it; null without a target. */
            indispensable?: boolean | null;
            /** @description Name in Latin script. */
            name: string;
            /** @description Its projects that count. */
            projects: components["schemas"]["TogetherProject"][];
            /**
             * Format: double
             * @description Tonnes offered in the year, contained.
             */
            tonnes: number;
        };
        /** @description Concentration by region. */
        UnofficialDocument: {
            /**
             * Format: double
             * @description The same, after.
             */
            after?: number | null;
            /**
             * Format: double
             * @description Concentration of EU sourcing if every region counted as a country of its own, before.
             */
            before?: number | null;
            /** @description What it is, and that it is not official. */
            says: string;
        };
        /** @description Votes on one statement. */
        VoteCounts: {
            /**
             * Format: int32
             * @description Agree.
             */
            agree: number;
            /**
             * Format: int32
             * @description Disagree.
             */
            disagree: number;
            /**
             * Format: int32
             * @description Seen, and neither.
             */
            pass: number;
        };
        /**
         * @description Rank acceptability of the alternatives, together and by group. Ranks and alternatives stand in the order of the
         *     criteria file; counts are exact over the given weights, ties stand in that order.
         */
        WeighAnswer: {
            /** @description Pairs of alternatives that all shown groups put in the same order. */
            agreement: components["schemas"]["WeighPair"][];
            /** @description The alternatives. */
            alternatives: string[];
            /**
             * @description For each alternative, the mean of the weights that rank it first, in the order of `criteria`; null where none do,
             *     or where those that do are of fewer than five people.
             */
            central_weights: (number[] | null)[];
            /**
             * @description For each alternative, in what share of draws of uncertain scores it is first under its central weights; null
             *     without limits of scores, or without central weights.
             */
            confidence: (number | null)[];
            /** @description The criteria. */
            criteria: string[];
            /**
             * @description Pairs that no shared ranking reconciles: most vectors of one group put the one first, most of another the other.
             *     Those that are furthest apart first.
             */
            disagreement: components["schemas"]["WeighPair"][];
            /** @description Warnings about the files. */
            findings: components["schemas"]["FindingDocument"][];
            /**
             * Format: int32
             * @description Form of the document.
             */
            format: number;
            /** @description The groups; empty where the weights name none. */
            groups: components["schemas"]["WeighGroup"][];
            /** @description The alternative that is nobody's enemy: first of `standings`. */
            nobodys_enemy?: string | null;
            /** @description How to read the figures. */
            notes: string[];
            /** @description `pairwise[i][j]`: vectors in which `i` stands before `j`. Null where they are of fewer than five people. */
            pairwise?: number[][] | null;
            /** @description How many people; null where rows are nobody's in particular, or where they are fewer than five. */
            participants?: number | null;
            /**
             * @description `rank_counts[i][r]`: vectors in which alternative `i` stands at rank `r`, the first rank first. Null where they
             *     are of fewer than five people.
             */
            rank_counts?: number[][] | null;
            /** @description The answer in words, the most important first. */
            says: string[];
            /** @description The same counts if the value of scores were bent. */
            sensitivity: components["schemas"]["WeighShape"][];
            /** @description The same as shares of all vectors: rank acceptability indices. */
            shares?: number[][] | null;
            /** @description How each alternative fares in the shown group that likes it least, best first; empty without two shown groups. */
            standings: components["schemas"]["WeighStanding"][];
            /** @description How many weight vectors; null where they are of fewer than five people. */
            vectors?: number | null;
            /** @description What is not shown, and why. */
            withheld: string[];
        };
        /** @description A group. */
        WeighGroup: {
            /** @description The alternative that most of its vectors rank first (the first of equal ones). */
            first?: string | null;
            /**
             * Format: double
             * @description What share of its vectors do.
             */
            first_share?: number | null;
            /** @description Its name. */
            group: string;
            /** @description As for all. */
            pairwise?: number[][] | null;
            /** @description Its people. */
            participants?: number | null;
            /** @description As for all. */
            rank_counts?: number[][] | null;
            /** @description As for all. */
            shares?: number[][] | null;
            /** @description Whether it is shown; else all below is null. */
            shown: boolean;
            /** @description Weight vectors of its people. */
            vectors?: number | null;
        };
        /** @description A pair of alternatives over the groups. */
        WeighPair: {
            /** @description The one. */
            first: string;
            /** @description Whether every vector of one group contradicts every vector of another. */
            must_disagree: boolean;
            /** @description The other. */
            second: string;
            /** @description Share of each shown group's vectors in which `first` stands before `second`. */
            shares: components["schemas"]["WeighShare"][];
        };
        /** @description Counts under a value function. */
        WeighShape: {
            /** @description The alternative that most vectors rank first. */
            first: string;
            /** @description For each alternative, the share of vectors that rank it first. */
            first_shares: number[];
            /**
             * Format: double
             * @description The largest change of any rank acceptability index against linear.
             */
            largest_change: number;
            /** @description `linear`, `concave`, `convex` or `threshold`. */
            shape: string;
        };
        /** @description A share of a group's vectors. */
        WeighShare: {
            /** @description The group. */
            group: string;
            /**
             * Format: double
             * @description The share.
             */
            share: number;
        };
        /** @description How an alternative fares over the groups: shares of vectors that have it in the better half of the ranks. */
        WeighStanding: {
            /** @description The alternative. */
            alternative: string;
            /** @description The share in each group. */
            shares: components["schemas"]["WeighShare"][];
            /**
             * Format: double
             * @description The share in the group that likes it least.
             */
            worst: number;
            /** @description That group. */
            worst_group: string;
        };
        /** @description An alternative with its values in the units of the criteria, and scaled from 0 (worst) to 1 (best). */
        WeighedAlternative: {
            /** @description Id of the project. */
            id: string;
            /** @description Its name. */
            name: string;
            /** @description Scores; 0.5 where the value is not known. */
            scores: number[];
            /** @description Values; null where not known. */
            values: (number | null)[];
        };
        /** @description What the page of a portfolio's priorities shows. */
        WeighedAnswer: {
            /** @description The alternatives. */
            alternatives: components["schemas"]["WeighedAlternative"][];
            /** @description The criteria. */
            criteria: components["schemas"]["WeighedCriterion"][];
            /**
             * Format: int32
             * @description Form of the document.
             */
            format: number;
            /** @description Id of the portfolio. */
            id: string;
            /** @description Its name. */
            name: string;
            /** @description How the table was made, and what is not known. */
            notes: string[];
            /**
             * @description `round` (answers of people), `file` (weights of one's own), or `all-weights` (all weights that are possible, drawn
             *     evenly).
             */
            of: string;
            /** @description The order under one's own weights, best first; empty if none were given. */
            own: components["schemas"]["WeighedOwn"][];
            /** @description The question that is answered. */
            question: string;
            round?: components["schemas"]["WeighedRound"] | null;
            /** @description The answer in words, the most important first. */
            says: string[];
            /** @description The counts; alternatives and criteria by id. */
            weighed: components["schemas"]["WeighAnswer"];
        };
        /** @description A criterion. */
        WeighedCriterion: {
            /**
             * Format: double
             * @description Value scored 1.
             */
            best?: number | null;
            /** @description `more` or `less`: which is better. */
            better: string;
            /** @description Id. */
            id: string;
            /** @description What is measured, in words. */
            means: string;
            /** @description Name. */
            name: string;
            /** @description Unit of the values. */
            unit?: string | null;
            /**
             * Format: double
             * @description Value scored 0.
             */
            worst?: number | null;
        };
        /** @description An alternative under one's own weights. */
        WeighedOwn: {
            /** @description Id of the project. */
            alternative: string;
            /** @description What each criterion adds to it. */
            parts: number[];
            /**
             * Format: double
             * @description Its value, 0 to 1.
             */
            value: number;
        };
        /** @description A round in which people gave weights. */
        WeighedRound: {
            /**
             * Format: int64
             * @description How many answered at least: never the number itself while it is open.
             */
            answers_at_least?: number | null;
            /** @description When it closes. */
            closes: string;
            /** @description Id. */
            id: string;
            /** @description When it opens. */
            opens: string;
            /** @description `open` or `closed`. */
            state: string;
            /** @description Title. */
            title: string;
        };
        /** @description The derivation of one number, down to its facts. */
        WhyAnswer: components["schemas"]["NodeDocument"] & {
            /**
             * Format: int32
             * @description Version of this document's form, 1.
             */
            format: number;
            /** @description Every arithmetic operation in order, one line each, if asked for. */
            steps?: string[] | null;
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
