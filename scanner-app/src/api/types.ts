/** Types of the HTTP interface, generated from docs/openapi.json by `npm run api-types`; not edited by hand. */
export interface paths {
    "/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Front
         * @description Show the front page, or to a program the top-level resources of the EPCIS binding.
         */
        get: operations["front__get"];
        put?: never;
        post?: never;
        delete?: never;
        /**
         * Describe /
         * @description Tell what `/` can do: methods, versions, formats and limits.
         */
        options: operations["describe____options"];
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.well-known/gs1resolver": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Describe Resolver
         * @description Describe this resolver: the keys, link types and contexts that it knows (GS1-Conformant Resolver 1.2.0 §3).
         */
        get: operations["describe_resolver__well_known_gs1resolver_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/00/{rest}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Open a Digital Link (00)
         * @description Resolve an identifier: the default link, `linkType=gs1:…` one link, `linkType=linkset` all of them (RFC 9264).
         */
        get: operations["open__00__00__rest__get"];
        put?: never;
        post?: never;
        delete?: never;
        /**
         * Describe a Digital Link (00)
         * @description Tell what the address of an identifier can do, and that scripts of every origin may.
         */
        options: operations["describe__00__00__rest__options"];
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/01/{rest}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Open a Digital Link (01)
         * @description Resolve an identifier: the default link, `linkType=gs1:…` one link, `linkType=linkset` all of them (RFC 9264).
         */
        get: operations["open__01__01__rest__get"];
        put?: never;
        post?: never;
        delete?: never;
        /**
         * Describe a Digital Link (01)
         * @description Tell what the address of an identifier can do, and that scripts of every origin may.
         */
        options: operations["describe__01__01__rest__options"];
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/253/{rest}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Open a Digital Link (253)
         * @description Resolve an identifier: the default link, `linkType=gs1:…` one link, `linkType=linkset` all of them (RFC 9264).
         */
        get: operations["open__253__253__rest__get"];
        put?: never;
        post?: never;
        delete?: never;
        /**
         * Describe a Digital Link (253)
         * @description Tell what the address of an identifier can do, and that scripts of every origin may.
         */
        options: operations["describe__253__253__rest__options"];
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/255/{rest}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Open a Digital Link (255)
         * @description Resolve an identifier: the default link, `linkType=gs1:…` one link, `linkType=linkset` all of them (RFC 9264).
         */
        get: operations["open__255__255__rest__get"];
        put?: never;
        post?: never;
        delete?: never;
        /**
         * Describe a Digital Link (255)
         * @description Tell what the address of an identifier can do, and that scripts of every origin may.
         */
        options: operations["describe__255__255__rest__options"];
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/401/{rest}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Open a Digital Link (401)
         * @description Resolve an identifier: the default link, `linkType=gs1:…` one link, `linkType=linkset` all of them (RFC 9264).
         */
        get: operations["open__401__401__rest__get"];
        put?: never;
        post?: never;
        delete?: never;
        /**
         * Describe a Digital Link (401)
         * @description Tell what the address of an identifier can do, and that scripts of every origin may.
         */
        options: operations["describe__401__401__rest__options"];
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/402/{rest}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Open a Digital Link (402)
         * @description Resolve an identifier: the default link, `linkType=gs1:…` one link, `linkType=linkset` all of them (RFC 9264).
         */
        get: operations["open__402__402__rest__get"];
        put?: never;
        post?: never;
        delete?: never;
        /**
         * Describe a Digital Link (402)
         * @description Tell what the address of an identifier can do, and that scripts of every origin may.
         */
        options: operations["describe__402__402__rest__options"];
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/414/{rest}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Open a Digital Link (414)
         * @description Resolve an identifier: the default link, `linkType=gs1:…` one link, `linkType=linkset` all of them (RFC 9264).
         */
        get: operations["open__414__414__rest__get"];
        put?: never;
        post?: never;
        delete?: never;
        /**
         * Describe a Digital Link (414)
         * @description Tell what the address of an identifier can do, and that scripts of every origin may.
         */
        options: operations["describe__414__414__rest__options"];
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/415/{rest}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Open a Digital Link (415)
         * @description Resolve an identifier: the default link, `linkType=gs1:…` one link, `linkType=linkset` all of them (RFC 9264).
         */
        get: operations["open__415__415__rest__get"];
        put?: never;
        post?: never;
        delete?: never;
        /**
         * Describe a Digital Link (415)
         * @description Tell what the address of an identifier can do, and that scripts of every origin may.
         */
        options: operations["describe__415__415__rest__options"];
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/417/{rest}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Open a Digital Link (417)
         * @description Resolve an identifier: the default link, `linkType=gs1:…` one link, `linkType=linkset` all of them (RFC 9264).
         */
        get: operations["open__417__417__rest__get"];
        put?: never;
        post?: never;
        delete?: never;
        /**
         * Describe a Digital Link (417)
         * @description Tell what the address of an identifier can do, and that scripts of every origin may.
         */
        options: operations["describe__417__417__rest__options"];
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/8003/{rest}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Open a Digital Link (8003)
         * @description Resolve an identifier: the default link, `linkType=gs1:…` one link, `linkType=linkset` all of them (RFC 9264).
         */
        get: operations["open__8003__8003__rest__get"];
        put?: never;
        post?: never;
        delete?: never;
        /**
         * Describe a Digital Link (8003)
         * @description Tell what the address of an identifier can do, and that scripts of every origin may.
         */
        options: operations["describe__8003__8003__rest__options"];
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/8004/{rest}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Open a Digital Link (8004)
         * @description Resolve an identifier: the default link, `linkType=gs1:…` one link, `linkType=linkset` all of them (RFC 9264).
         */
        get: operations["open__8004__8004__rest__get"];
        put?: never;
        post?: never;
        delete?: never;
        /**
         * Describe a Digital Link (8004)
         * @description Tell what the address of an identifier can do, and that scripts of every origin may.
         */
        options: operations["describe__8004__8004__rest__options"];
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/8006/{rest}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Open a Digital Link (8006)
         * @description Resolve an identifier: the default link, `linkType=gs1:…` one link, `linkType=linkset` all of them (RFC 9264).
         */
        get: operations["open__8006__8006__rest__get"];
        put?: never;
        post?: never;
        delete?: never;
        /**
         * Describe a Digital Link (8006)
         * @description Tell what the address of an identifier can do, and that scripts of every origin may.
         */
        options: operations["describe__8006__8006__rest__options"];
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/8010/{rest}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Open a Digital Link (8010)
         * @description Resolve an identifier: the default link, `linkType=gs1:…` one link, `linkType=linkset` all of them (RFC 9264).
         */
        get: operations["open__8010__8010__rest__get"];
        put?: never;
        post?: never;
        delete?: never;
        /**
         * Describe a Digital Link (8010)
         * @description Tell what the address of an identifier can do, and that scripts of every origin may.
         */
        options: operations["describe__8010__8010__rest__options"];
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/8013/{rest}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Open a Digital Link (8013)
         * @description Resolve an identifier: the default link, `linkType=gs1:…` one link, `linkType=linkset` all of them (RFC 9264).
         */
        get: operations["open__8013__8013__rest__get"];
        put?: never;
        post?: never;
        delete?: never;
        /**
         * Describe a Digital Link (8013)
         * @description Tell what the address of an identifier can do, and that scripts of every origin may.
         */
        options: operations["describe__8013__8013__rest__options"];
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/8017/{rest}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Open a Digital Link (8017)
         * @description Resolve an identifier: the default link, `linkType=gs1:…` one link, `linkType=linkset` all of them (RFC 9264).
         */
        get: operations["open__8017__8017__rest__get"];
        put?: never;
        post?: never;
        delete?: never;
        /**
         * Describe a Digital Link (8017)
         * @description Tell what the address of an identifier can do, and that scripts of every origin may.
         */
        options: operations["describe__8017__8017__rest__options"];
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/8018/{rest}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Open a Digital Link (8018)
         * @description Resolve an identifier: the default link, `linkType=gs1:…` one link, `linkType=linkset` all of them (RFC 9264).
         */
        get: operations["open__8018__8018__rest__get"];
        put?: never;
        post?: never;
        delete?: never;
        /**
         * Describe a Digital Link (8018)
         * @description Tell what the address of an identifier can do, and that scripts of every origin may.
         */
        options: operations["describe__8018__8018__rest__options"];
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/aliases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Aliases
         * @description List what else a thing is said to be called, by whom, and what each claim is worth.
         */
        get: operations["list_aliases_api_v1_aliases_get"];
        put?: never;
        /**
         * Claim
         * @description Claim that two codes name one thing, or that they do not; one of them is under a prefix of the caller's organisation.
         *
         *     For everyone to read unless `Suyuan-Disclosure` says otherwise.
         */
        post: operations["claim_api_v1_aliases_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/aliases/{attestation}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke
         * @description Take a claim of the caller's organisation back.
         */
        delete: operations["revoke_api_v1_aliases__attestation__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attestations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Attestations
         * @description List attestations about a thing (`id`), or by an issuer (`organisation`).
         */
        get: operations["list_attestations_api_v1_attestations_get"];
        put?: never;
        /**
         * Issue
         * @description Attest something of a thing; for everyone to read unless `Suyuan-Disclosure` says otherwise.
         */
        post: operations["issue_api_v1_attestations_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attestations/schemas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Register Schema
         * @description Register a schema; its id is the hash of its RFC 8785 text. One that is registered answers as final.
         */
        post: operations["register_schema_api_v1_attestations_schemas_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attestations/schemas/{schema}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Schema
         * @description Tell one schema.
         */
        get: operations["get_schema_api_v1_attestations_schemas__schema__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attestations/{attestation}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Attestation
         * @description Tell one attestation.
         */
        get: operations["get_attestation_api_v1_attestations__attestation__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attestations/{attestation}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Revoke
         * @description Revoke an attestation of the caller's organisation.
         */
        post: operations["revoke_api_v1_attestations__attestation__revoke_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bundle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Bundle
         * @description Give the proof bundle about a thing (docs/formats.md §7), with what the caller may see opened.
         */
        get: operations["get_bundle_api_v1_bundle_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Code
         * @description Tell what a code names, its canonical form, display and prefixes, and what is wrong with it, strictly and leniently.
         */
        get: operations["get_code_api_v1_codes_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/codes/schemes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Schemes
         * @description List the schemes of identifiers that are known here, each with right examples.
         */
        get: operations["get_schemes_api_v1_codes_schemes_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/delegations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Delegations
         * @description List the prefixes that other resolvers handle, and by whose word; anyone who asks for a code sees it anyway.
         */
        get: operations["list_delegations_api_v1_delegations_get"];
        /**
         * Hand Over
         * @description Hand the codes of a prefix that the caller's organisation holds to another resolver.
         */
        put: operations["hand_over_api_v1_delegations_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/delegations/unheld": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Hand Over Unheld
         * @description Hand the codes of a prefix that nobody holds to another resolver, as the operator of this one.
         */
        put: operations["hand_over_unheld_api_v1_delegations_unheld_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/delegations/unheld/{scheme}/{prefix}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Answer Unheld Again
         * @description Answer for the codes of a prefix that nobody holds here again, as the operator of this resolver.
         */
        delete: operations["answer_unheld_again_api_v1_delegations_unheld__scheme___prefix__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/delegations/{scheme}/{prefix}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Answer Again
         * @description Answer for the codes of a prefix of the caller's organisation here again.
         */
        delete: operations["answer_again_api_v1_delegations__scheme___prefix__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/disclosure/events/{commitment}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Readers
         * @description Tell who may read one of the caller's own events now, and why.
         */
        get: operations["get_readers_api_v1_disclosure_events__commitment__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/disclosure/log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Log
         * @description Give every change of who may read the caller's events, newest first; nothing in it is ever changed or deleted.
         */
        get: operations["get_log_api_v1_disclosure_log_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/disclosure/profiles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change Profiles
         * @description Give events that were captured another profile, wider or narrower; grants stay as they are.
         *
         *     Bodies follow at once; lists, counts and traces when the mirror has written its rows anew, which the answer awaits (202: it
         *     has not come there yet).
         */
        post: operations["change_profiles_api_v1_disclosure_profiles_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/disclosure/standing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Standing
         * @description List what holds for events of the caller's organisation where their capture says nothing.
         */
        get: operations["list_standing_api_v1_disclosure_standing_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/disclosure/standing/{of}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Put Standing
         * @description Let a profile hold for the whole firm, or for things under one of its prefixes, where a capture says nothing.
         *
         *     An event whose own things are under different profiles is private.
         */
        put: operations["put_standing_api_v1_disclosure_standing__of__put"];
        post?: never;
        /**
         * Delete Standing
         * @description End a standing profile; what was captured under it stays as it is.
         */
        delete: operations["delete_standing_api_v1_disclosure_standing__of__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dossiers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Dossiers
         * @description List the dossiers of the caller's organisation.
         */
        get: operations["list_dossiers_api_v1_dossiers_get"];
        put?: never;
        /**
         * Make
         * @description Make a dossier link; its token stands in this answer and nowhere else.
         */
        post: operations["make_api_v1_dossiers_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dossiers/{dossier}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Withdraw
         * @description Withdraw a dossier: its link opens nothing any more.
         */
        delete: operations["withdraw_api_v1_dossiers__dossier__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/{commitment}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Forget
         * @description Forget one of the caller's own events: body and secret are deleted, a signed "forgotten" stays.
         */
        delete: operations["forget_api_v1_events__commitment__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/grants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Grants
         * @description List the grants of the caller's organisation, ended ones too.
         */
        get: operations["list_grants_api_v1_grants_get"];
        put?: never;
        /**
         * Grant
         * @description Show events of the caller's organisation to others, by grant: everything that reads respects it.
         */
        post: operations["grant_api_v1_grants_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/grants/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Grant
         * @description Tell what a grant shows, to whom.
         */
        get: operations["get_grant_api_v1_grants__number__get"];
        put?: never;
        post?: never;
        /**
         * Revoke
         * @description Take a grant back: whoever read by it alone reads no more, from now on. It stays in the list and in the log.
         */
        delete: operations["revoke_api_v1_grants__number__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Groups
         * @description List the groups of the caller's organisation.
         */
        get: operations["list_groups_api_v1_groups_get"];
        put?: never;
        /**
         * Create Group
         * @description Make a group, which a profile names (`groups=dealers`) and a grant reaches.
         */
        post: operations["create_group_api_v1_groups_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/groups/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Group
         * @description Tell who is in a group.
         */
        get: operations["get_group_api_v1_groups__name__get"];
        put?: never;
        post?: never;
        /**
         * Remove Group
         * @description Delete a group: whoever read by it reads no more. A new group of this name is shown nothing of what this one was.
         */
        delete: operations["remove_group_api_v1_groups__name__delete"];
        options?: never;
        head?: never;
        /**
         * Change Group
         * @description Rename a group, or set its members; both hold at once for everything that the group was ever shown.
         */
        patch: operations["change_group_api_v1_groups__name__patch"];
        trace?: never;
    };
    "/api/v1/groups/{name}/members/{organisation}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Put Member
         * @description Take an organisation into a group: it reads at once what the group may read.
         */
        put: operations["put_member_api_v1_groups__name__members__organisation__put"];
        post?: never;
        /**
         * Delete Member
         * @description Take an organisation out of a group: it reads at once no more what only the group may read.
         */
        delete: operations["delete_member_api_v1_groups__name__members__organisation__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/holdings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Holdings
         * @description List what the caller's organisation holds now, by the word of the events that it may read.
         */
        get: operations["get_holdings_api_v1_holdings_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Keys
         * @description List the API keys of the caller's organisation.
         */
        get: operations["list_keys_api_v1_keys_get"];
        put?: never;
        /**
         * Issue
         * @description Issue an API key for the caller's organisation; its text is shown in this answer and never again.
         */
        post: operations["issue_api_v1_keys_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keys/{key_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke
         * @description End an API key.
         */
        delete: operations["revoke_api_v1_keys__key_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keys/{key_id}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rotate
         * @description Replace an API key by a new one with the same roles; the old one ends at once or after the overlap.
         */
        post: operations["rotate_api_v1_keys__key_id__rotate_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/labels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Print Labels
         * @description Give a PDF of labels; `Suyuan-Identifiers` counts them, new serials have 65 random bits.
         */
        post: operations["print_labels_api_v1_labels_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/labels/sheets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Sheets
         * @description List the presets of sheets.
         */
        get: operations["list_sheets_api_v1_labels_sheets_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/liens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Liens
         * @description List the liens of which the caller's organisation is pledgor or pledgee; with `id` those on one thing.
         */
        get: operations["list_liens_api_v1_liens_get"];
        put?: never;
        /**
         * Reserve
         * @description Reserve an asset as the bank that the consent names.
         */
        post: operations["reserve_api_v1_liens_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/liens/{lien}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Lien
         * @description Tell one lien to its pledgor or pledgee.
         */
        get: operations["get_lien_api_v1_liens__lien__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/liens/{lien}/activate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Activate
         * @description Make a reservation of the caller's an active lien.
         */
        post: operations["activate_api_v1_liens__lien__activate_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/liens/{lien}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Release
         * @description Give the asset of a lien of the caller's free.
         */
        post: operations["release_api_v1_liens__lien__release_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/link-types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Link Types
         * @description List the link types that a firm may give to a link: those of the GS1 Web Vocabulary 1.16.
         */
        get: operations["list_link_types_api_v1_link_types_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Links
         * @description List the links of the caller's organisation, about one identifier where asked.
         */
        get: operations["list_links_api_v1_links_get"];
        put?: never;
        /**
         * Create Link
         * @description Keep a link about an identifier of the caller's organisation; one that becomes the default takes that from another.
         */
        post: operations["create_link_api_v1_links_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/links/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export Links
         * @description Give all links of the caller's organisation as a file that an import reads back: a table, JSON, or a linkset.
         */
        get: operations["export_links_api_v1_links_export_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/links/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import File
         * @description Keep the links of a file (CSV, JSON or linkset; multipart `file`, `dryRun`), all or none; errors are told by row.
         */
        post: operations["import_file_api_v1_links_import_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/links/{link_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Link
         * @description Tell one link of the caller's organisation.
         */
        get: operations["get_link_api_v1_links__link_id__get"];
        /**
         * Put Link
         * @description Change a link of the caller's organisation.
         */
        put: operations["put_link_api_v1_links__link_id__put"];
        post?: never;
        /**
         * Delete Link
         * @description Remove a link of the caller's organisation.
         */
        delete: operations["delete_link_api_v1_links__link_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/master-data": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Master Data
         * @description Tell who says what of a thing, each firm's newest word, and when each said what before.
         */
        get: operations["get_master_data_api_v1_master_data_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/master-data/query": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Query Master Data
         * @description Ask by the parameters of SimpleMasterDataQuery: vocabularyName, EQ_name, WD_name, HASATTR, EQATTR_…, attributeNames, …
         */
        get: operations["query_master_data_api_v1_master_data_query_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Members
         * @description List the organisations of the network with roles and standing.
         */
        get: operations["list_members_api_v1_members_get"];
        put?: never;
        /**
         * Admit Member
         * @description Admit a firm as the network's authority.
         */
        post: operations["admit_member_api_v1_members_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members/{organisation}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Member
         * @description Tell one organisation, its profile and its signing keys.
         */
        get: operations["get_member_api_v1_members__organisation__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members/{organisation}/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add Key
         * @description Add a signing key to the caller's own organisation.
         */
        post: operations["add_key_api_v1_members__organisation__keys_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members/{organisation}/keys/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rotate Signing Key
         * @description Hand the signing of the caller's own organisation over to a new key.
         */
        post: operations["rotate_signing_key_api_v1_members__organisation__keys_rotate_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members/{organisation}/keys/{key}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Close Key
         * @description End a signing key of the caller's own organisation.
         */
        post: operations["close_key_api_v1_members__organisation__keys__key__close_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members/{organisation}/profile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set Profile
         * @description Replace the profile of the caller's own organisation.
         */
        put: operations["set_profile_api_v1_members__organisation__profile_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members/{organisation}/reinstate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reinstate Member
         * @description End a suspension.
         */
        post: operations["reinstate_member_api_v1_members__organisation__reinstate_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members/{organisation}/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set Roles
         * @description Give an organisation its roles.
         */
        put: operations["set_roles_api_v1_members__organisation__roles_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members/{organisation}/suspend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Suspend Member
         * @description Suspend an organisation: its keys write no more.
         */
        post: operations["suspend_member_api_v1_members__organisation__suspend_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/network": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Network
         * @description Tell the root of trust with its fingerprint, to be compared with one from another source, and the published limits.
         */
        get: operations["get_network_api_v1_network_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pictures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Upload Picture
         * @description Keep a picture and answer with its SHA-256, by which a description names it.
         */
        post: operations["upload_picture_api_v1_pictures_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pictures/{digest}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Picture
         * @description Give a picture by its SHA-256.
         */
        get: operations["get_picture_api_v1_pictures__digest__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/prefixes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Prefixes
         * @description List the granted prefixes, of one holder where asked.
         */
        get: operations["list_prefixes_api_v1_prefixes_get"];
        put?: never;
        /**
         * Grant Prefix
         * @description Grant a prefix as the network's authority; the contract refuses one that overlaps another's.
         */
        post: operations["grant_prefix_api_v1_prefixes_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/prefixes/nodes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Grant Node
         * @description Let an organisation grant below a prefix.
         */
        post: operations["grant_node_api_v1_prefixes_nodes_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/prefixes/of": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Prefix Of
         * @description Tell under which granted prefix an identifier is.
         */
        get: operations["prefix_of_api_v1_prefixes_of_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/prefixes/partners": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set Partner
         * @description Say what one organisation may write under a prefix that the caller's organisation holds.
         */
        put: operations["set_partner_api_v1_prefixes_partners_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/prefixes/policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set Policy
         * @description Say what everyone may write under a prefix that the caller's organisation holds.
         */
        put: operations["set_policy_api_v1_prefixes_policy_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/prefixes/reinstate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reinstate Prefix
         * @description End the suspension of a grant.
         */
        post: operations["reinstate_prefix_api_v1_prefixes_reinstate_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/prefixes/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Revoke Prefix
         * @description Revoke a grant for good.
         */
        post: operations["revoke_prefix_api_v1_prefixes_revoke_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/prefixes/suspend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Suspend Prefix
         * @description Suspend a grant: nothing is written under the prefix until it is reinstated.
         */
        post: operations["suspend_prefix_api_v1_prefixes_suspend_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Product
         * @description Tell who says what of a product: of the thing itself, then of its class.
         */
        get: operations["get_product_api_v1_products_get"];
        put?: never;
        /**
         * Describe
         * @description Describe a product that the caller's organisation holds: name, brand, model, picture, contact, advice on recall, note.
         */
        post: operations["describe_api_v1_products_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/promises/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Promise
         * @description Tell how far a write of the caller's organisation has come; an operator also sees the authority's.
         */
        get: operations["get_promise_api_v1_promises__number__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/recalls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Recall Thing
         * @description Recall a lot, a class, an item or a package: the event, the line and the state, in one step.
         */
        post: operations["recall_thing_api_v1_recalls_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Reports
         * @description List the reports about things of the caller's organisation, newest first.
         */
        get: operations["list_reports_api_v1_reports_get"];
        put?: never;
        /**
         * Report
         * @description Report a problem about a thing; anyone may, without an account.
         *
         *     So often in an hour as `/api/v1/network` says; answers with the thing's page, or 201 for a program.
         */
        post: operations["report_api_v1_reports_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/{report_id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Close
         * @description Close a report.
         */
        post: operations["close_api_v1_reports__report_id__close_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/states": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get State
         * @description Tell the state of a thing as the mirror has it; the proof is in the bundle.
         */
        get: operations["get_state_api_v1_states_get"];
        put?: never;
        /**
         * Set State
         * @description Set the state of things: active, quarantined, recalled, destroyed, stolen, lost, retired.
         */
        post: operations["set_state_api_v1_states_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subscriptions/{subscription}/dead-letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Dead Letters
         * @description List the messages that were given up, with the reason of the last attempt.
         */
        get: operations["list_dead_letters_api_v1_subscriptions__subscription__dead_letters_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subscriptions/{subscription}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resume Subscription
         * @description Let a suspended subscription go on, and try dead letters again.
         */
        post: operations["resume_subscription_api_v1_subscriptions__subscription__resume_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tables": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Capture Csv
         * @description Capture a CSV table (multipart: `table`, `mapping`, `dryRun`); the headers are those of `POST /capture`.
         */
        post: operations["capture_csv_api_v1_tables_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/trace": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Trace
         * @description Trace a thing to its origins or its uses, as of a time, by the events that the caller may read.
         */
        get: operations["get_trace_api_v1_trace_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bizLocations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Bizlocations
         * @description List the bizLocations that occur in the events which the caller may read.
         */
        get: operations["list_bizLocations_bizLocations_get"];
        put?: never;
        post?: never;
        delete?: never;
        /**
         * Describe /bizLocations
         * @description Tell what `/bizLocations` can do: methods, versions, formats and limits.
         */
        options: operations["describe__bizLocations_bizLocations_options"];
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bizLocations/{bizLocation}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Below Bizlocations
         * @description Tell what is below one of the bizLocations.
         */
        get: operations["below_bizLocations_bizLocations__bizLocation__get"];
        put?: never;
        post?: never;
        delete?: never;
        /**
         * Describe /bizLocations/{bizLocation}
         * @description Tell what `/bizLocations/{bizLocation}` can do: methods, versions, formats and limits.
         */
        options: operations["describe__bizLocations__bizLocation__bizLocations__bizLocation__options"];
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bizLocations/{bizLocation}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Events Of Bizlocations
         * @description Find the events of one of the bizLocations, by further parameters of the query language.
         */
        get: operations["events_of_bizLocations_bizLocations__bizLocation__events_get"];
        put?: never;
        post?: never;
        delete?: never;
        /**
         * Describe /bizLocations/{bizLocation}/events
         * @description Tell what `/bizLocations/{bizLocation}/events` can do: methods, versions, formats and limits.
         */
        options: operations["describe__bizLocations__bizLocation__events_bizLocations__bizLocation__events_options"];
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bizSteps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Bizsteps
         * @description List the bizSteps that occur in the events which the caller may read.
         */
        get: operations["list_bizSteps_bizSteps_get"];
        put?: never;
        post?: never;
        delete?: never;
        /**
         * Describe /bizSteps
         * @description Tell what `/bizSteps` can do: methods, versions, formats and limits.
         */
        options: operations["describe__bizSteps_bizSteps_options"];
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bizSteps/{bizStep}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Below Bizsteps
         * @description Tell what is below one of the bizSteps.
         */
        get: operations["below_bizSteps_bizSteps__bizStep__get"];
        put?: never;
        post?: never;
        delete?: never;
        /**
         * Describe /bizSteps/{bizStep}
         * @description Tell what `/bizSteps/{bizStep}` can do: methods, versions, formats and limits.
         */
        options: operations["describe__bizSteps__bizStep__bizSteps__bizStep__options"];
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bizSteps/{bizStep}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Events Of Bizsteps
         * @description Find the events of one of the bizSteps, by further parameters of the query language.
         */
        get: operations["events_of_bizSteps_bizSteps__bizStep__events_get"];
        put?: never;
        post?: never;
        delete?: never;
        /**
         * Describe /bizSteps/{bizStep}/events
         * @description Tell what `/bizSteps/{bizStep}/events` can do: methods, versions, formats and limits.
         */
        options: operations["describe__bizSteps__bizStep__events_bizSteps__bizStep__events_options"];
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/capture": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Jobs
         * @description List the capture jobs of the caller's organisation, newest first.
         */
        get: operations["list_jobs_capture_get"];
        put?: never;
        /**
         * Capture
         * @description Capture the events of an EPCIS document.
         *
         *     `GS1-Capture-Error-Behaviour` is `rollback` (default) or `proceed`; `Suyuan-Disclosure` says who may read the events
         *     (`private` where nothing is said); `Suyuan-Lane` is `headed` (default) or `anchored`. Every event is checked, committed and
         *     stored when the answer comes; `Location` is the job, which also tells each event's way to the chain.
         */
        post: operations["capture_capture_post"];
        delete?: never;
        /**
         * Describe /capture
         * @description Tell what `/capture` can do: methods, versions, formats and limits.
         */
        options: operations["describe__capture_capture_options"];
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/capture/{captureID}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Job
         * @description Tell what became of a capture, event by event.
         */
        get: operations["get_job_capture__captureID__get"];
        put?: never;
        post?: never;
        delete?: never;
        /**
         * Describe /capture/{captureID}
         * @description Tell what `/capture/{captureID}` can do: methods, versions, formats and limits.
         */
        options: operations["describe__capture__captureID__capture__captureID__options"];
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/certificates/{rest}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Certificates
         * @description List what members attest of a thing, its lot and its class, with what holds of it now; a body as far as it is shown.
         */
        get: operations["certificates_certificates__rest__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dispositions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Dispositions
         * @description List the dispositions that occur in the events which the caller may read.
         */
        get: operations["list_dispositions_dispositions_get"];
        put?: never;
        post?: never;
        delete?: never;
        /**
         * Describe /dispositions
         * @description Tell what `/dispositions` can do: methods, versions, formats and limits.
         */
        options: operations["describe__dispositions_dispositions_options"];
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dispositions/{disposition}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Below Dispositions
         * @description Tell what is below one of the dispositions.
         */
        get: operations["below_dispositions_dispositions__disposition__get"];
        put?: never;
        post?: never;
        delete?: never;
        /**
         * Describe /dispositions/{disposition}
         * @description Tell what `/dispositions/{disposition}` can do: methods, versions, formats and limits.
         */
        options: operations["describe__dispositions__disposition__dispositions__disposition__options"];
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dispositions/{disposition}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Events Of Dispositions
         * @description Find the events of one of the dispositions, by further parameters of the query language.
         */
        get: operations["events_of_dispositions_dispositions__disposition__events_get"];
        put?: never;
        post?: never;
        delete?: never;
        /**
         * Describe /dispositions/{disposition}/events
         * @description Tell what `/dispositions/{disposition}/events` can do: methods, versions, formats and limits.
         */
        options: operations["describe__dispositions__disposition__events_dispositions__disposition__events_options"];
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dossiers/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Open Link
         * @description Open a dossier: its page, or with `Accept: application/json` (or `?download=1`) the file that verifies offline.
         */
        get: operations["open_link_dossiers__token__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/epcs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Epcs
         * @description List the epcs that occur in the events which the caller may read.
         */
        get: operations["list_epcs_epcs_get"];
        put?: never;
        post?: never;
        delete?: never;
        /**
         * Describe /epcs
         * @description Tell what `/epcs` can do: methods, versions, formats and limits.
         */
        options: operations["describe__epcs_epcs_options"];
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/epcs/{epc}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Below Epcs
         * @description Tell what is below one of the epcs.
         */
        get: operations["below_epcs_epcs__epc__get"];
        put?: never;
        post?: never;
        delete?: never;
        /**
         * Describe /epcs/{epc}
         * @description Tell what `/epcs/{epc}` can do: methods, versions, formats and limits.
         */
        options: operations["describe__epcs__epc__epcs__epc__options"];
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/epcs/{epc}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Events Of Epcs
         * @description Find the events of one of the epcs, by further parameters of the query language.
         */
        get: operations["events_of_epcs_epcs__epc__events_get"];
        put?: never;
        post?: never;
        delete?: never;
        /**
         * Describe /epcs/{epc}/events
         * @description Tell what `/epcs/{epc}/events` can do: methods, versions, formats and limits.
         */
        options: operations["describe__epcs__epc__events_epcs__epc__events_options"];
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/eventTypes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Eventtypes
         * @description List the eventTypes that occur in the events which the caller may read.
         */
        get: operations["list_eventTypes_eventTypes_get"];
        put?: never;
        post?: never;
        delete?: never;
        /**
         * Describe /eventTypes
         * @description Tell what `/eventTypes` can do: methods, versions, formats and limits.
         */
        options: operations["describe__eventTypes_eventTypes_options"];
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/eventTypes/{eventType}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Below Eventtypes
         * @description Tell what is below one of the eventTypes.
         */
        get: operations["below_eventTypes_eventTypes__eventType__get"];
        put?: never;
        post?: never;
        delete?: never;
        /**
         * Describe /eventTypes/{eventType}
         * @description Tell what `/eventTypes/{eventType}` can do: methods, versions, formats and limits.
         */
        options: operations["describe__eventTypes__eventType__eventTypes__eventType__options"];
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/eventTypes/{eventType}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Events Of Eventtypes
         * @description Find the events of one of the eventTypes, by further parameters of the query language.
         */
        get: operations["events_of_eventTypes_eventTypes__eventType__events_get"];
        put?: never;
        post?: never;
        delete?: never;
        /**
         * Describe /eventTypes/{eventType}/events
         * @description Tell what `/eventTypes/{eventType}/events` can do: methods, versions, formats and limits.
         */
        options: operations["describe__eventTypes__eventType__events_eventTypes__eventType__events_options"];
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Events
         * @description Find events by the parameters of the EPCIS query language; anyone sees the public ones, a firm also what it may read.
         */
        get: operations["get_events_events_get"];
        put?: never;
        /**
         * Create Event
         * @description Capture a single event; `Location` is its address.
         *
         *     409 tells that the same content, or another event of the same eventID, was captured before: a declaration that it was wrong
         *     (`errorDeclaration`) is taken beside it.
         */
        post: operations["create_event_events_post"];
        delete?: never;
        /**
         * Describe /events
         * @description Tell what `/events` can do: methods, versions, formats and limits.
         */
        options: operations["describe__events_events_options"];
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/{eventID}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Event
         * @description Give the event of an eventID, and the declarations that it was wrong; also by commitment (`0x…`) or hash (`ni:…`).
         */
        get: operations["get_event_events__eventID__get"];
        put?: never;
        post?: never;
        delete?: never;
        /**
         * Describe /events/{eventID}
         * @description Tell what `/events/{eventID}` can do: methods, versions, formats and limits.
         */
        options: operations["describe__events__eventID__events__eventID__options"];
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Healthz
         * @description Say that the process answers.
         */
        get: operations["healthz_healthz_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Enter
         * @description Show the page on which a firm edits its links; it asks for an API key.
         */
        get: operations["enter_links_get"];
        put?: never;
        /**
         * Act
         * @description Do what a form of the page asks: enter, list, save, remove, import, export, leave.
         */
        post: operations["act_links_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/linkset-context.jsonld": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Linkset Context
         * @description Give the JSON-LD context that turns a link set into linked data (RFC 9264, appendix A).
         */
        get: operations["linkset_context_linkset_context_jsonld_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/lookup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Look Up
         * @description Send whoever has a code, in any writing, to its own address, which the resolver answers; what else is asked goes along.
         */
        get: operations["look_up_lookup_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Metrics
         * @description Give the figures of this installation in Prometheus' text form; none names a firm.
         */
        get: operations["metrics_metrics_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/nextPageToken/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete Token
         * @description Let a page token end now; 204 also where it had ended or never was one, since then it holds nothing either.
         */
        delete: operations["delete_token_nextPageToken__token__delete"];
        /**
         * Describe /nextPageToken/{token}
         * @description Tell what `/nextPageToken/{token}` can do: methods, versions, formats and limits.
         */
        options: operations["describe__nextPageToken__token__nextPageToken__token__options"];
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/passport/{rest}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Passport
         * @description Give the product passport of a thing as JSON-LD: what is said of it, by whom, and where each is proven.
         */
        get: operations["passport_passport__rest__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/problems": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Problems
         * @description List the problem types.
         */
        get: operations["list_problems_problems_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/problems/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Problem
         * @description Explain one problem type: why it happens and how to solve it.
         */
        get: operations["get_problem_problems__name__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/queries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Queries
         * @description List the standard's queries and the named queries of the caller's organisation.
         */
        get: operations["list_queries_queries_get"];
        put?: never;
        /**
         * Create Query
         * @description Keep a query under a name of the caller's organisation.
         */
        post: operations["create_query_queries_post"];
        delete?: never;
        /**
         * Describe /queries
         * @description Tell what `/queries` can do: methods, versions, formats and limits.
         */
        options: operations["describe__queries_queries_options"];
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/queries/{queryName}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Query
         * @description Tell what a named query asks.
         */
        get: operations["get_query_queries__queryName__get"];
        put?: never;
        post?: never;
        /**
         * Remove Query
         * @description Delete a named query and end everything that is subscribed to it.
         */
        delete: operations["remove_query_queries__queryName__delete"];
        /**
         * Describe /queries/{queryName}
         * @description Tell what `/queries/{queryName}` can do: methods, versions, formats and limits.
         */
        options: operations["describe__queries__queryName__queries__queryName__options"];
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/queries/{queryName}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Query Events
         * @description Give the events of a query, as they are now; a WebSocket at the same address gives them as they come.
         */
        get: operations["query_events_queries__queryName__events_get"];
        put?: never;
        post?: never;
        delete?: never;
        /**
         * Describe /queries/{queryName}/events
         * @description Tell what `/queries/{queryName}/events` can do: methods, versions, formats and limits.
         */
        options: operations["describe__queries__queryName__events_queries__queryName__events_options"];
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/queries/{queryName}/subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Subscriptions
         * @description List the firm's own subscriptions to a query.
         */
        get: operations["list_subscriptions_queries__queryName__subscriptions_get"];
        put?: never;
        /**
         * Create Subscription
         * @description Subscribe to a query: by schedule, or as a stream.
         */
        post: operations["create_subscription_queries__queryName__subscriptions_post"];
        delete?: never;
        /**
         * Describe /queries/{queryName}/subscriptions
         * @description Tell what `/queries/{queryName}/subscriptions` can do: methods, versions, formats and limits.
         */
        options: operations["describe__queries__queryName__subscriptions_queries__queryName__subscriptions_options"];
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/queries/{queryName}/subscriptions/{subscriptionID}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Subscription
         * @description Tell how a subscription stands: what waits, what failed last, what was given up.
         */
        get: operations["get_subscription_queries__queryName__subscriptions__subscriptionID__get"];
        put?: never;
        post?: never;
        /**
         * Remove Subscription
         * @description Unsubscribe: what waits is not sent any more.
         */
        delete: operations["remove_subscription_queries__queryName__subscriptions__subscriptionID__delete"];
        /**
         * Describe /queries/{queryName}/subscriptions/{subscriptionID}
         * @description Tell what `/queries/{queryName}/subscriptions/{subscriptionID}` can do: methods, versions, formats and limits.
         */
        options: operations["describe__queries__queryName__subscriptions__subscriptionID__queries__queryName__subscriptions__subscriptionID__options"];
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readPoints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Readpoints
         * @description List the readPoints that occur in the events which the caller may read.
         */
        get: operations["list_readPoints_readPoints_get"];
        put?: never;
        post?: never;
        delete?: never;
        /**
         * Describe /readPoints
         * @description Tell what `/readPoints` can do: methods, versions, formats and limits.
         */
        options: operations["describe__readPoints_readPoints_options"];
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readPoints/{readPoint}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Below Readpoints
         * @description Tell what is below one of the readPoints.
         */
        get: operations["below_readPoints_readPoints__readPoint__get"];
        put?: never;
        post?: never;
        delete?: never;
        /**
         * Describe /readPoints/{readPoint}
         * @description Tell what `/readPoints/{readPoint}` can do: methods, versions, formats and limits.
         */
        options: operations["describe__readPoints__readPoint__readPoints__readPoint__options"];
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readPoints/{readPoint}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Events Of Readpoints
         * @description Find the events of one of the readPoints, by further parameters of the query language.
         */
        get: operations["events_of_readPoints_readPoints__readPoint__events_get"];
        put?: never;
        post?: never;
        delete?: never;
        /**
         * Describe /readPoints/{readPoint}/events
         * @description Tell what `/readPoints/{readPoint}/events` can do: methods, versions, formats and limits.
         */
        options: operations["describe__readPoints__readPoint__events_readPoints__readPoint__events_options"];
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Readyz
         * @description Say whether record, mirror and chain answer and how far behind the mirror is; 503 where one does not.
         */
        get: operations["readyz_readyz_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/recall-status/{rest}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Recall Status
         * @description Tell whether a thing is recalled, itself, by its lot or class, or by what it is made of; `recalled` null is not known.
         */
        get: operations["recall_status_recall_status__rest__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Scan
         * @description Show the scanner.
         */
        get: operations["scan_scan_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/verdict/{rest}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Open Verdict
         * @description Tell the verdict about a thing: a page for a person, JSON for a program; it never leads elsewhere.
         */
        get: operations["open_verdict_verdict__rest__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/verify/{rest}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Verify Identifier
         * @description Verify an identifier: whether its holder put the thing into the world, and what state it is in (GS1 lightweight messaging).
         */
        get: operations["verify_identifier_verify__rest__get"];
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
        /**
         * Admission
         * @description A firm to be admitted.
         */
        Admission: {
            /** Key */
            key: string;
            /**
             * Profile
             * @description name {zh, en}, uscc or lei, address, contact: public, and committed by its hash
             */
            profile: {
                [key: string]: unknown;
            };
            /** Roles */
            roles: string[];
        };
        /**
         * AliasContent
         * @description What one organisation says of two codes, and what that is worth.
         */
        AliasContent: {
            /** Alias */
            alias: string;
            /** Attestation */
            attestation: string;
            /** Code */
            code: string;
            /** Conflicts */
            conflicts: components["schemas"]["Conflict"][];
            /** Deniedby */
            deniedBy: number[];
            /** Organisation */
            organisation: number;
            /** Other */
            other: string;
            /** Since */
            since: string;
            /**
             * Standing
             * @enum {string}
             */
            standing: "confirmed" | "one_sided" | "disputed";
        };
        /**
         * AliasList
         * @description What else a thing is said to be called.
         */
        AliasList: {
            /** Aliases */
            aliases: components["schemas"]["AliasContent"][];
            /** Id */
            id: string;
        };
        /**
         * AliveView
         * @description That the process answers.
         */
        AliveView: {
            /**
             * Status
             * @constant
             */
            status: "alive";
        };
        /**
         * AttestationList
         * @description Attestations.
         */
        AttestationList: {
            /** Attestations */
            attestations: components["schemas"]["AttestationView"][];
        };
        /**
         * AttestationPromiseView
         * @description A write to the chain that issues an attestation.
         */
        AttestationPromiseView: {
            /** Attestation */
            attestation: string;
            /**
             * Changedat
             * Format: date-time
             */
            changedAt: string;
            /**
             * Createdat
             * Format: date-time
             */
            createdAt: string;
            failure?: components["schemas"]["FailureView"] | null;
            /** Id */
            id: number;
            /** Operation */
            operation: string;
            /** Organisation */
            organisation: number;
            /**
             * Progress
             * @description waiting, submitted, included, final or failed
             */
            progress: string;
        };
        /**
         * AttestationView
         * @description An attestation; what it says is null where the caller may not read it.
         */
        AttestationView: {
            /** Attestation */
            attestation: string;
            /** Expiresat */
            expiresAt: number | null;
            /**
             * Issuedat
             * @description Seconds since 1970
             */
            issuedAt: number;
            /** Organisation */
            organisation: number;
            /** Schema */
            schema: string;
            /** Statement */
            statement: unknown;
            /** Status */
            status: string;
            /** Subject */
            subject: string | null;
            /** Successor */
            successor: string | null;
        };
        /**
         * Attesting
         * @description A statement about a thing.
         */
        Attesting: {
            /** Expires */
            expires?: string | null;
            /** Schema */
            schema: {
                [key: string]: unknown;
            };
            /** Statement */
            statement: {
                [key: string]: unknown;
            };
            /** Subject */
            subject: string;
        };
        /**
         * Bilingual
         * @description A text in two languages.
         */
        Bilingual: {
            /** En */
            en: string;
            /** Zh */
            zh: string;
        };
        /** Body_act_links_post */
        Body_act_links_post: {
            /**
             * About
             * @default
             */
            about: string;
            /** Action */
            action: string;
            /**
             * Context
             * @default
             */
            context: string;
            /**
             * Default
             * @default no
             */
            default: string;
            /**
             * Disclosure
             * @default
             */
            disclosure: string;
            /**
             * Dryrun
             * @default
             */
            dryRun: string;
            /** File */
            file?: string | null;
            /**
             * Form
             * @default csv
             */
            form: string;
            /**
             * Fwqs
             * @default
             */
            fwqs: string;
            /**
             * Hreflang
             * @default
             */
            hreflang: string;
            /**
             * Id
             * @default
             */
            id: string;
            /**
             * Key
             * @default
             */
            key: string;
            /**
             * Lang
             * @default zh
             */
            lang: string;
            /**
             * Linktype
             * @default
             */
            linkType: string;
            /**
             * Search
             * @default
             */
            search: string;
            /**
             * Session
             * @default
             */
            session: string;
            /**
             * Target
             * @default
             */
            target: string;
            /**
             * Title
             * @default
             */
            title: string;
            /**
             * Type
             * @default
             */
            type: string;
        };
        /** Body_capture_csv_api_v1_tables_post */
        Body_capture_csv_api_v1_tables_post: {
            /**
             * Dryrun
             * @default false
             */
            dryRun: boolean;
            /** Mapping */
            mapping: string;
            /** Table */
            table: string;
        };
        /** Body_import_file_api_v1_links_import_post */
        Body_import_file_api_v1_links_import_post: {
            /**
             * Dryrun
             * @default false
             */
            dryRun: boolean;
            /** File */
            file: string;
        };
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
        /**
         * BundleView
         * @description A proof bundle (docs/formats.md §7); `suyuan verify` and the phone read it strictly.
         */
        BundleView: {
            /** Events */
            events: {
                [key: string]: unknown;
            };
            /** Format */
            format: string;
            /** Header */
            header: string;
            /** Network */
            network: {
                [key: string]: unknown;
            };
            /** Nodes */
            nodes: string[];
            /** Question */
            question: {
                [key: string]: unknown;
            };
            /** Things */
            things: {
                [key: string]: unknown;
            }[];
        };
        /** @description A capture job (EPCIS 2.0 §12.6.2.2). */
        CaptureJob: {
            /** @enum {string} */
            captureErrorBehaviour: "rollback" | "proceed";
            captureID: string;
            /** Format: date-time */
            createdAt: string;
            errors: components["schemas"]["JobError"][];
            events?: components["schemas"]["JobEvent"][];
            /** Format: date-time */
            finishedAt?: string;
            /** @description Statements of master data that said something new */
            masterData?: {
                commitment: string;
                id: string;
                progress: string;
                vocabulary: string;
            }[];
            running: boolean;
            success: boolean;
        };
        /**
         * CertificateList
         * @description What members attest of a thing, of its lot and of its class.
         */
        CertificateList: {
            /** Certificates */
            certificates: {
                [key: string]: unknown;
            }[];
            /** Display */
            display: string;
            /** Id */
            id: string;
        };
        /**
         * Claiming
         * @description Two codes, and whether they name one thing.
         */
        Claiming: {
            /** Codes */
            codes: string[];
            /**
             * Relation
             * @default same
             */
            relation: string;
        };
        /**
         * CodeView
         * @description What a code names; without `id` where not even a lenient reader can tell.
         */
        CodeView: {
            /** Display */
            display?: string | null;
            /** Elements */
            elements?: components["schemas"]["ElementView"][] | null;
            /** Findings */
            findings: components["schemas"]["FindingView"][];
            /** Id */
            id?: string | null;
            /** Isvalid */
            isValid: boolean;
            /** Kind */
            kind?: string | null;
            /** Level */
            level?: string | null;
            /** Levelisopen */
            levelIsOpen?: boolean | null;
            /** Path */
            path?: string | null;
            /** Prefixes */
            prefixes?: string[] | null;
            refusal?: components["schemas"]["RefusalView"] | null;
            /** Scheme */
            scheme?: string | null;
            /** Source */
            source?: string | null;
            title?: components["schemas"]["Bilingual"] | null;
        };
        /** @description Values of a resource, or names of what is below one. */
        Collection: {
            /** @description JSON-LD context */
            "@context": string | Record<string, never> | (string | Record<string, never>)[];
            member: string[];
            /** @constant */
            type: "Collection";
        };
        /**
         * Conflict
         * @description Another claim that would make two codes of one form name one thing.
         */
        Conflict: {
            /** Code */
            code: string;
            /** Organisation */
            organisation: number;
            /** Other */
            other: string;
        };
        /**
         * Consent
         * @description What the borrower signed where its keys lie (`suyuan lien consent`; docs/formats.md §6).
         */
        Consent: {
            /** Asset */
            asset: string;
            /** Deadline */
            deadline: number;
            /** Nonce */
            nonce: number;
            /** Pledgee */
            pledgee: number;
            /** Pledgor */
            pledgor: string;
            /** Reference */
            reference: string;
            /** Signature */
            signature: string;
            /** Until */
            until: number;
        };
        /**
         * Delegating
         * @description A prefix and the root of the resolver that answers for it.
         */
        Delegating: {
            /** Prefix */
            prefix: string;
            /** Scheme */
            scheme: string;
            /** Target */
            target: string;
        };
        /**
         * DelegationContent
         * @description A prefix that another resolver handles.
         */
        DelegationContent: {
            /** Organisation */
            organisation: number;
            /** Prefix */
            prefix: string;
            /** Scheme */
            scheme: string;
            /** Since */
            since: string;
            /** Target */
            target: string;
        };
        /**
         * DelegationList
         * @description Prefixes that other resolvers handle.
         */
        DelegationList: {
            /** Delegations */
            delegations: components["schemas"]["DelegationContent"][];
        };
        /**
         * Describing
         * @description A description of a class, lot or item.
         */
        Describing: {
            /** Id */
            id: string;
            /** Product */
            product: {
                [key: string]: unknown;
            };
        };
        /**
         * DescriptionView
         * @description What one organisation says of a product.
         */
        DescriptionView: {
            /** About */
            about: string;
            /** Commitment */
            commitment: string;
            /**
             * Describedat
             * Format: date-time
             */
            describedAt: string;
            /** Organisation */
            organisation: number;
            /** Product */
            product: {
                [key: string]: unknown;
            };
        };
        /**
         * Direction
         * @description Which way to look.
         * @enum {string}
         */
        Direction: "origins" | "uses";
        /**
         * DossierBody
         * @description What is to be shown, to whom, until when. `fields` are pointers into the borrower's own events; left out, all are shown.
         */
        DossierBody: {
            /**
             * Audience
             * @default
             */
            audience: string;
            /** Fields */
            fields?: string[] | null;
            /**
             * Showsliens
             * @default false
             */
            showsLiens: boolean;
            /** Things */
            things: string[];
            /**
             * Title
             * @default
             */
            title: string;
            /** Until */
            until: string;
        };
        /**
         * DossierList
         * @description Dossiers.
         */
        DossierList: {
            /** Dossiers */
            dossiers: components["schemas"]["DossierView"][];
        };
        /**
         * DossierView
         * @description A dossier: what its link shows, to whom, until when.
         */
        DossierView: {
            /** Audience */
            audience: string;
            /**
             * Createdat
             * Format: date-time
             */
            createdAt: string;
            /** Fields */
            fields: string[];
            /** Id */
            id: string;
            /** Opened */
            opened: number;
            /** Revokedat */
            revokedAt: string | null;
            /** Showsliens */
            showsLiens: boolean;
            /** Things */
            things: string[];
            /** Title */
            title: string;
            /**
             * Until
             * Format: date-time
             */
            until: string;
        };
        /** @description A document of events, as JSON-LD (EPCIS 2.0 §10). */
        EPCISDocument: {
            /** @description JSON-LD context */
            "@context": string | Record<string, never> | (string | Record<string, never>)[];
            /** Format: date-time */
            creationDate: string;
            epcisBody: {
                eventList?: components["schemas"]["EPCISEvent"][];
            };
            epcisHeader?: {
                epcisMasterData?: {
                    vocabularyList?: components["schemas"]["Vocabulary"][];
                };
            };
            id?: string;
            schemaVersion: string;
            /** @constant */
            type: "EPCISDocument";
        };
        /** @description An EPCIS event; members of other namespaces are extensions. */
        EPCISEvent: {
            /** @description JSON-LD context */
            "@context"?: string | Record<string, never> | (string | Record<string, never>)[];
            /** @enum {string} */
            action?: "ADD" | "OBSERVE" | "DELETE";
            bizLocation?: {
                id: string;
            };
            bizStep?: string;
            bizTransactionList?: {
                bizTransaction: string;
                type?: string;
            }[];
            certificationInfo?: string | string[];
            childEPCs?: string[];
            childQuantityList?: {
                epcClass: string;
                quantity?: number;
                uom?: string;
            }[];
            destinationList?: {
                destination: string;
                type: string;
            }[];
            disposition?: string;
            epcList?: string[];
            errorDeclaration?: {
                correctiveEventIDs?: string[];
                /** Format: date-time */
                declarationTime: string;
                reason?: string;
            };
            eventID?: string;
            /** Format: date-time */
            eventTime: string;
            eventTimeZoneOffset: string;
            ilmd?: Record<string, never>;
            inputEPCList?: string[];
            inputQuantityList?: {
                epcClass: string;
                quantity?: number;
                uom?: string;
            }[];
            outputEPCList?: string[];
            outputQuantityList?: {
                epcClass: string;
                quantity?: number;
                uom?: string;
            }[];
            parentID?: string;
            persistentDisposition?: {
                set?: string[];
                unset?: string[];
            };
            quantityList?: {
                epcClass: string;
                quantity?: number;
                uom?: string;
            }[];
            readPoint?: {
                id: string;
            };
            /** Format: date-time */
            recordTime?: string;
            sensorElementList?: Record<string, never>[];
            sourceList?: {
                source: string;
                type: string;
            }[];
            transformationID?: string;
            type: string;
        };
        /** @description The answer of a query, as JSON-LD (EPCIS 2.0 §10). */
        EPCISQueryDocument: {
            /** @description JSON-LD context */
            "@context": string | Record<string, never> | (string | Record<string, never>)[];
            /** Format: date-time */
            creationDate: string;
            epcisBody: {
                queryResults: {
                    queryName: string;
                    resultsBody: {
                        eventList?: components["schemas"]["EPCISEvent"][];
                        vocabularyList?: components["schemas"]["Vocabulary"][];
                    };
                    subscriptionID?: string;
                };
            };
            id?: string;
            /** @constant */
            schemaVersion: "2.0";
            /** @constant */
            type: "EPCISQueryDocument";
        };
        /**
         * ElementView
         * @description An application identifier of a GS1 code with its value.
         */
        ElementView: {
            /** Number */
            number: string;
            /** Title */
            title: string;
            /** Value */
            value: string;
        };
        EpcisProblem400: components["schemas"]["Problem"] & {
            /** @constant */
            status?: 400;
            /** @enum {string} */
            type?: "epcisException:QueryParameterException" | "epcisException:QueryValidationException" | "epcisException:SubscriptionControlsException" | "epcisException:ValidationException";
        };
        EpcisProblem401: components["schemas"]["Problem"] & {
            /** @constant */
            status?: 401;
            /** @enum {string} */
            type?: "epcisException:SecurityException";
        };
        EpcisProblem403: components["schemas"]["Problem"] & {
            /** @constant */
            status?: 403;
            /** @enum {string} */
            type?: "epcisException:SecurityException";
        };
        EpcisProblem404: components["schemas"]["Problem"] & {
            /** @constant */
            status?: 404;
            /** @enum {string} */
            type?: "epcisException:NoSuchNameException";
        };
        EpcisProblem406: components["schemas"]["Problem"] & {
            /** @constant */
            status?: 406;
            /** @enum {string} */
            type?: "epcisException:NotAcceptableException";
        };
        EpcisProblem409: components["schemas"]["Problem"] & {
            /** @constant */
            status?: 409;
            /** @enum {string} */
            type?: "epcisException:ResourceAlreadyExistsException";
        };
        EpcisProblem413: components["schemas"]["Problem"] & {
            /** @constant */
            status?: 413;
            /** @enum {string} */
            type?: "epcisException:CaptureLimitExceededException" | "epcisException:QueryTooComplexException" | "epcisException:QueryTooLargeException";
        };
        EpcisProblem414: components["schemas"]["Problem"] & {
            /** @constant */
            status?: 414;
            /** @enum {string} */
            type?: "epcisException:URITooLongException";
        };
        EpcisProblem415: components["schemas"]["Problem"] & {
            /** @constant */
            status?: 415;
            /** @enum {string} */
            type?: "epcisException:UnsupportedMediaTypeException";
        };
        /**
         * EventReaders
         * @description Who may read one event now.
         */
        EventReaders: {
            /** Commitment */
            commitment: string;
            /** Readers */
            readers: components["schemas"]["WayContent"][];
        };
        /**
         * FailureView
         * @description Why the chain refused a write.
         */
        FailureView: {
            /** Detail */
            detail: string;
            /** Name */
            name: string;
        };
        /**
         * FindingView
         * @description What is wrong between the parts of a GS1 code.
         */
        FindingView: {
            /** About */
            about: string;
            /** Cure */
            cure: string;
            /** En */
            en: string;
            /** Reason */
            reason: string;
            /** Zh */
            zh: string;
        };
        /**
         * FollowedAlias
         * @description Another code, confirmed by both sides, with which the trace went on.
         */
        FollowedAlias: {
            /** Alias */
            alias: string;
            /** Code */
            code: string;
            /** Organisation */
            organisation: number;
        };
        /**
         * GrantContent
         * @description A grant as its owner sees it.
         */
        GrantContent: {
            /** Createdat */
            createdAt: string;
            /** Events */
            events: number;
            /** Hide */
            hide: string[];
            /** Id */
            id: number;
            /** Note */
            note: string;
            /** Revokedat */
            revokedAt: string | null;
            /** Runs */
            runs: boolean;
            selection: components["schemas"]["SelectionContent"];
            /** Standing */
            standing: boolean;
            to: components["schemas"]["ReadersContent"];
            /** Until */
            until: string | null;
        };
        /**
         * GrantList
         * @description Grants, newest first.
         */
        GrantList: {
            /** Grants */
            grants: components["schemas"]["GrantContent"][];
        };
        /**
         * GroupContent
         * @description A group as its owner sees it.
         */
        GroupContent: {
            /** Createdat */
            createdAt: string;
            /** Members */
            members: number[];
            /** Name */
            name: string;
        };
        /**
         * GroupList
         * @description Groups by name.
         */
        GroupList: {
            /** Groups */
            groups: components["schemas"]["GroupContent"][];
        };
        /**
         * HoldingList
         * @description What an organisation holds.
         */
        HoldingList: {
            /** Holdings */
            holdings: components["schemas"]["HoldingView"][];
        };
        /**
         * HoldingView
         * @description A thing that the organisation holds.
         */
        HoldingView: {
            /** Id */
            id: string;
            /**
             * Since
             * Format: date-time
             */
            since: string;
        };
        /**
         * ImportContent
         * @description What became of a file of links.
         */
        ImportContent: {
            /** Added */
            added: number;
            /** Changed */
            changed: number;
            /** Dryrun */
            dryRun: boolean;
            /** Links */
            links: number;
        };
        /**
         * IssuedKeyView
         * @description An API key as it is issued; its text is told here and nowhere else.
         */
        IssuedKeyView: {
            /**
             * Createdat
             * Format: date-time
             */
            createdAt: string;
            /** Expiresat */
            expiresAt: string | null;
            /** Id */
            id: string;
            /** Key */
            key: string;
            /** Label */
            label: string;
            /** Replacedby */
            replacedBy: string | null;
            /** Revokedat */
            revokedAt: string | null;
            /** Roles */
            roles: string[];
        };
        /**
         * Issuing
         * @description A key to be made.
         */
        Issuing: {
            /** Days */
            days?: number | null;
            /** Label */
            label: string;
            /** Roles */
            roles: string[];
        };
        /** @description What is wrong at one place of a captured document. */
        JobError: {
            cure: string;
            detail: string;
            event?: number;
            pointer: string;
            problem: string;
            title: string;
            type: string;
        };
        /** @description What became of one event of a captured document. */
        JobEvent: {
            commitment?: string;
            eventID?: string;
            index: number;
            progress?: string;
            rows?: number[];
            /** @enum {string} */
            status: "accepted" | "duplicate" | "refused";
            warnings?: components["schemas"]["JobError"][];
        };
        /**
         * KeptLinkContent
         * @description A link that is kept.
         */
        KeptLinkContent: {
            /** About */
            about: string;
            /** Changedat */
            changedAt: string;
            /** Context */
            context: string[];
            /** Createdat */
            createdAt: string;
            /** Default */
            default: string;
            /** Disclosure */
            disclosure: string;
            /** Fwqs */
            fwqs: boolean;
            /** Hreflang */
            hreflang: string[];
            /** Id */
            id: string;
            /** Linktype */
            linkType: string;
            /** Target */
            target: string;
            /** Title */
            title: string;
            /** Type */
            type: string;
        };
        /**
         * KeptReportView
         * @description That a report is kept.
         */
        KeptReportView: {
            /** Id */
            id: string;
        };
        /**
         * KeyEnd
         * @description When a key ends.
         */
        KeyEnd: {
            /** Validuntil */
            validUntil: number;
        };
        /**
         * KeyList
         * @description API keys.
         */
        KeyList: {
            /** Keys */
            keys: components["schemas"]["KeyView"][];
        };
        /**
         * KeyView
         * @description An API key without its text.
         */
        KeyView: {
            /**
             * Createdat
             * Format: date-time
             */
            createdAt: string;
            /** Expiresat */
            expiresAt: string | null;
            /** Id */
            id: string;
            /** Label */
            label: string;
            /** Replacedby */
            replacedBy: string | null;
            /** Revokedat */
            revokedAt: string | null;
            /** Roles */
            roles: string[];
        };
        /**
         * LabelBody
         * @description Either a class and how many new serials, or the identifiers to be printed.
         */
        LabelBody: {
            /** Count */
            count?: number | null;
            /** Ids */
            ids?: string[] | null;
            /** Name */
            name?: string | null;
            /** Product */
            product?: string | null;
            /**
             * Sheet
             * @default a4-3x8
             */
            sheet: string;
            /**
             * Skip
             * @default 0
             */
            skip: number;
        };
        /**
         * LetterView
         * @description A message that was given up.
         */
        LetterView: {
            /** Attempts */
            attempts: number;
            /** Createdat */
            createdAt: string;
            /** Failedat */
            failedAt?: string | null;
            /** Failure */
            failure?: string | null;
            /** Messageid */
            messageID: string;
        };
        /**
         * LevelState
         * @description The state of a thing, of its lot or of its class, as the chain has it.
         */
        LevelState: {
            /** Id */
            id: string;
            /** Level */
            level: string;
            /** Organisation */
            organisation: number | null;
            /** Since */
            since: number | null;
            /** State */
            state: string;
        };
        /**
         * LienList
         * @description Liens.
         */
        LienList: {
            /** Liens */
            liens: components["schemas"]["LienView"][];
        };
        /**
         * LienPromiseView
         * @description A write to the chain that reserves a lien.
         */
        LienPromiseView: {
            /**
             * Changedat
             * Format: date-time
             */
            changedAt: string;
            /**
             * Createdat
             * Format: date-time
             */
            createdAt: string;
            failure?: components["schemas"]["FailureView"] | null;
            /** Id */
            id: number;
            /** Lien */
            lien: string;
            /** Operation */
            operation: string;
            /** Organisation */
            organisation: number;
            /**
             * Progress
             * @description waiting, submitted, included, final or failed
             */
            progress: string;
        };
        /**
         * LienView
         * @description A lien.
         */
        LienView: {
            /** Asset */
            asset: string;
            /** Lien */
            lien: string;
            /** Pledgee */
            pledgee: number;
            /** Pledgor */
            pledgor: number;
            /**
             * Since
             * @description Seconds since 1970
             */
            since: number;
            /** State */
            state: string;
            /**
             * Until
             * @description Seconds since 1970
             */
            until: number;
        };
        /**
         * LimitsView
         * @description The published limits of this server.
         */
        LimitsView: {
            /** Addressoctets */
            addressOctets: number;
            /**
             * Bundlesofaquestion
             * @description Bundles kept of one question for the same eyes
             */
            bundlesOfAQuestion: number;
            /** Capturebytes */
            captureBytes: number;
            /** Captureevents */
            captureEvents: number;
            /** Nesting */
            nesting: number;
            /** Pageitems */
            pageItems: number;
            /** Pagetokenseconds */
            pageTokenSeconds: number;
            /** Picturebytes */
            pictureBytes: number;
            /**
             * Reportsofaholder
             * @description Reports about the things of one organisation in an hour
             */
            reportsOfAHolder: number;
            /**
             * Reportsofathing
             * @description Reports about one thing in an hour
             */
            reportsOfAThing: number;
            /**
             * Reportsofanaddress
             * @description Reports without an account from one address in an hour
             */
            reportsOfAnAddress: number;
            /** Requestbytes */
            requestBytes: number;
            /** Thingsofanevent */
            thingsOfAnEvent: number;
        };
        /**
         * LinkBody
         * @description One link, as a firm writes it.
         */
        LinkBody: {
            /** About */
            about: string;
            /** Context */
            context?: string[];
            /**
             * Default
             * @default no
             * @enum {string}
             */
            default: "no" | "yes" | "alternative";
            /**
             * Disclosure
             * @default
             */
            disclosure: string;
            /**
             * Fwqs
             * @default true
             */
            fwqs: boolean;
            /** Hreflang */
            hreflang?: string[];
            /** Linktype */
            linkType: string;
            /** Target */
            target: string;
            /**
             * Title
             * @default
             */
            title: string;
            /**
             * Type
             * @default
             */
            type: string;
        };
        /**
         * LinkForm
         * @description How a file of links is written.
         * @enum {string}
         */
        LinkForm: "csv" | "json" | "linkset";
        /**
         * LinkList
         * @description Links of a firm.
         */
        LinkList: {
            /** Links */
            links: components["schemas"]["KeptLinkContent"][];
        };
        /**
         * LinkTypeContent
         * @description A link type of the GS1 Web Vocabulary.
         */
        LinkTypeContent: {
            /** Address */
            address: string;
            /** Linktype */
            linkType: string;
            /** Title */
            title: {
                [key: string]: string;
            };
        };
        /**
         * LinkTypeList
         * @description The link types that a firm may give to a link.
         */
        LinkTypeList: {
            /** Linktypes */
            linkTypes: components["schemas"]["LinkTypeContent"][];
        };
        /**
         * LogContent
         * @description The log, newest first.
         */
        LogContent: {
            /** Log */
            log: components["schemas"]["LogEntryContent"][];
        };
        /**
         * LogEntryContent
         * @description One change of who may read.
         */
        LogEntryContent: {
            /** Act */
            act: string;
            /** At */
            at: string;
            /** By */
            by: string;
            /** Content */
            content: {
                [key: string]: unknown;
            };
            /** Id */
            id: number;
        };
        /**
         * MadeDossierView
         * @description A dossier as it is made; its link is told here and nowhere else.
         */
        MadeDossierView: {
            /** Audience */
            audience: string;
            /**
             * Createdat
             * Format: date-time
             */
            createdAt: string;
            /** Fields */
            fields: string[];
            /** Id */
            id: string;
            /** Link */
            link: string;
            /** Opened */
            opened: number;
            /** Revokedat */
            revokedAt: string | null;
            /** Showsliens */
            showsLiens: boolean;
            /** Things */
            things: string[];
            /** Title */
            title: string;
            /**
             * Until
             * Format: date-time
             */
            until: string;
            /** Url */
            url: string;
        };
        /**
         * Making
         * @description A group to be made.
         */
        Making: {
            /** Members */
            members?: number[];
            /** Name */
            name: string;
        };
        /**
         * MemberList
         * @description Organisations.
         */
        MemberList: {
            /** Members */
            members: components["schemas"]["MemberView"][];
        };
        /**
         * MemberView
         * @description An organisation of the network.
         */
        MemberView: {
            /**
             * Admittedat
             * @description Seconds since 1970
             */
            admittedAt: number;
            /** Organisation */
            organisation: number;
            /** Profile */
            profile: unknown;
            /** Roles */
            roles: string[];
            /** Status */
            status: string;
            /** Successor */
            successor: number | null;
        };
        /**
         * MemberWithKeysView
         * @description An organisation with its signing keys.
         */
        MemberWithKeysView: {
            /**
             * Admittedat
             * @description Seconds since 1970
             */
            admittedAt: number;
            /** Keys */
            keys: components["schemas"]["SigningKeyView"][];
            /** Organisation */
            organisation: number;
            /** Profile */
            profile: unknown;
            /** Roles */
            roles: string[];
            /** Status */
            status: string;
            /** Successor */
            successor: number | null;
        };
        /**
         * NetworkView
         * @description The network, and the limits of this server.
         */
        NetworkView: {
            /** Fingerprint */
            fingerprint: string;
            limits: components["schemas"]["LimitsView"];
            trustRoot: components["schemas"]["TrustRootView"];
        };
        /**
         * NewKey
         * @description A further signing key, with the time in which it is valid.
         */
        NewKey: {
            /** Key */
            key: string;
            /**
             * Validfrom
             * @default 0
             */
            validFrom: number;
            /**
             * Validuntil
             * @default 0
             */
            validUntil: number;
        };
        /**
         * NewProfile
         * @description A profile to take the place of the old one.
         */
        NewProfile: {
            /**
             * Profile
             * @description name {zh, en}, uscc or lei, address, contact: public, and committed by its hash
             */
            profile: {
                [key: string]: unknown;
            };
        };
        /**
         * Node
         * @description A prefix and the organisation that may grant below it.
         */
        Node: {
            /** Organisation */
            organisation: number;
            /** Prefix */
            prefix: string;
            /** Scheme */
            scheme: string;
        };
        /**
         * Partner
         * @description What one organisation may write under a prefix beyond what everyone may.
         */
        Partner: {
            /**
             * Begins
             * @default false
             */
            begins: boolean;
            /** Kinds */
            kinds: string[];
            /** Organisation */
            organisation: number;
            /** Prefix */
            prefix: string;
            /** Scheme */
            scheme: string;
        };
        /**
         * PictureView
         * @description A picture as it is kept.
         */
        PictureView: {
            /** Sha256 */
            sha256: string;
            /** Type */
            type: string;
        };
        /**
         * Policy
         * @description What everyone may write under a prefix, and what may not go to the anchored lane: names of kinds of events.
         */
        Policy: {
            /** Anchorsforbidden */
            anchorsForbidden?: string[];
            /** Everyone */
            everyone: string[];
            /**
             * Everyonebegins
             * @default false
             */
            everyoneBegins: boolean;
            /** Prefix */
            prefix: string;
            /** Scheme */
            scheme: string;
        };
        /**
         * PrefixList
         * @description Granted prefixes.
         */
        PrefixList: {
            /** Prefixes */
            prefixes: components["schemas"]["PrefixView"][];
        };
        /**
         * PrefixOfView
         * @description The granted prefix that an identifier is under.
         */
        PrefixOfView: {
            /**
             * Anchorsforbidden
             * @description Kinds of events, as docs/formats.md §2 has them
             */
            anchorsForbidden: string[];
            /**
             * Everyone
             * @description Kinds of events, as docs/formats.md §2 has them
             */
            everyone: string[];
            /** Everyonebegins */
            everyoneBegins: boolean;
            /** Holder */
            holder: number;
            /** Id */
            id: string;
            /** Key */
            key: string;
            /** Prefix */
            prefix: string;
            /** Scheme */
            scheme: string;
            /** Status */
            status: string;
        };
        /**
         * PrefixReason
         * @description A prefix and why something is done with it.
         */
        PrefixReason: {
            /** Prefix */
            prefix: string;
            /** Reason */
            reason: string;
            /** Scheme */
            scheme: string;
        };
        /**
         * PrefixView
         * @description A granted prefix.
         */
        PrefixView: {
            /**
             * Anchorsforbidden
             * @description Kinds of events, as docs/formats.md §2 has them
             */
            anchorsForbidden: string[];
            /**
             * Everyone
             * @description Kinds of events, as docs/formats.md §2 has them
             */
            everyone: string[];
            /** Everyonebegins */
            everyoneBegins: boolean;
            /** Holder */
            holder: number;
            /** Key */
            key: string;
            /** Prefix */
            prefix: string;
            /** Scheme */
            scheme: string;
            /** Status */
            status: string;
        };
        /** @description Why the request was refused (RFC 9457): places and cures in `errors`. */
        Problem: {
            detail: string;
            errors: {
                cure: string;
                detail: string;
                pointer: string;
                type: string;
            }[];
            /** Format: uri */
            instance: string;
            /** @description Our own type of the problem */
            problem?: string;
            status: number;
            title: string;
            type: string;
        };
        Problem400: components["schemas"]["Problem"] & {
            /** @constant */
            status?: 400;
            /** @enum {string} */
            type?: "/problems/action-with-ilmd" | "/problems/action-without-things" | "/problems/check-digit-wrong" | "/problems/class-level-identifier" | "/problems/destination-refused" | "/problems/disclosure-invalid" | "/problems/document-invalid" | "/problems/document-without-events" | "/problems/dossier-refused" | "/problems/event-id-mismatch" | "/problems/events-refused" | "/problems/group-unknown" | "/problems/header-invalid" | "/problems/identifier-invalid" | "/problems/identifier-misplaced" | "/problems/label-too-small" | "/problems/lane-invalid" | "/problems/link-file-invalid" | "/problems/link-invalid" | "/problems/mapping-invalid" | "/problems/offset-impossible" | "/problems/page-token-invalid" | "/problems/picture-invalid" | "/problems/place-expected" | "/problems/prefix-undeclared" | "/problems/query-invalid" | "/problems/query-parameter-invalid" | "/problems/request-invalid" | "/problems/row-invalid" | "/problems/sheet-unknown" | "/problems/signature-invalid" | "/problems/state-unknown" | "/problems/subscription-controls-invalid" | "/problems/text-too-long" | "/problems/thing-repeated" | "/problems/time-in-future" | "/problems/value-not-committable" | "/problems/word-unknown";
        };
        Problem401: components["schemas"]["Problem"] & {
            /** @constant */
            status?: 401;
            /** @enum {string} */
            type?: "/problems/key-missing" | "/problems/key-refused";
        };
        Problem403: components["schemas"]["Problem"] & {
            /** @constant */
            status?: 403;
            /** @enum {string} */
            type?: "/problems/anchor-forbidden" | "/problems/attestation-of-another" | "/problems/authority-required" | "/problems/bank-required" | "/problems/delegation-refused" | "/problems/holder-required" | "/problems/identifier-not-owned" | "/problems/key-expired" | "/problems/key-not-yet-valid" | "/problems/key-of-another-organisation" | "/problems/key-unknown" | "/problems/node-required" | "/problems/organisation-suspended" | "/problems/organisation-unknown" | "/problems/origin-refused" | "/problems/pledgee-mismatch" | "/problems/pledgee-required" | "/problems/pledgor-invalid" | "/problems/prefix-not-granted" | "/problems/prefix-revoked" | "/problems/prefix-suspended" | "/problems/query-predefined" | "/problems/role-missing" | "/problems/subscription-limit-exceeded";
        };
        Problem404: components["schemas"]["Problem"] & {
            /** @constant */
            status?: 404;
            /** @enum {string} */
            type?: "/problems/attestation-unknown" | "/problems/event-unknown" | "/problems/lien-unknown" | "/problems/link-not-found" | "/problems/not-found" | "/problems/query-unknown" | "/problems/subscription-unknown" | "/problems/thing-not-held" | "/problems/thing-unknown";
        };
        Problem406: components["schemas"]["Problem"] & {
            /** @constant */
            status?: 406;
            /** @enum {string} */
            type?: "/problems/not-acceptable" | "/problems/version-not-spoken";
        };
        Problem409: components["schemas"]["Problem"] & {
            /** @constant */
            status?: 409;
            /** @enum {string} */
            type?: "/problems/alias-known" | "/problems/already-exists" | "/problems/anchor-empty" | "/problems/asset-encumbered" | "/problems/attestation-closed" | "/problems/attestation-exists" | "/problems/attestation-mismatch" | "/problems/batch-malformed" | "/problems/contract-refusal" | "/problems/event-malformed" | "/problems/expiry-passed" | "/problems/grant-status-invalid" | "/problems/group-exists" | "/problems/head-full" | "/problems/key-invalid" | "/problems/key-period-invalid" | "/problems/key-taken" | "/problems/kinds-invalid" | "/problems/label-unreadable" | "/problems/lien-exists" | "/problems/lien-state-invalid" | "/problems/mask-invalid" | "/problems/nonce-out-of-order" | "/problems/prefix-already-granted" | "/problems/prefix-index-invalid" | "/problems/prefix-malformed" | "/problems/prefix-overlaps" | "/problems/prefix-overlaps-below" | "/problems/reservation-expired" | "/problems/reservation-invalid" | "/problems/roles-invalid" | "/problems/schema-empty" | "/problems/schema-exists" | "/problems/schema-unknown" | "/problems/scheme-exists" | "/problems/scheme-malformed" | "/problems/scheme-unknown" | "/problems/serial-taken" | "/problems/signature-expired" | "/problems/standing-unchanged" | "/problems/stream-invalid" | "/problems/stream-out-of-order" | "/problems/successor-invalid" | "/problems/target-invalid" | "/problems/thing-not-created" | "/problems/too-many-grants" | "/problems/too-many-groups" | "/problems/version-not-newer";
        };
        Problem410: components["schemas"]["Problem"] & {
            /** @constant */
            status?: 410;
            /** @enum {string} */
            type?: "/problems/dossier-closed";
        };
        Problem413: components["schemas"]["Problem"] & {
            /** @constant */
            status?: 413;
            /** @enum {string} */
            type?: "/problems/body-too-large" | "/problems/capture-limit-exceeded" | "/problems/picture-too-large" | "/problems/query-too-complex" | "/problems/query-too-large";
        };
        Problem415: components["schemas"]["Problem"] & {
            /** @constant */
            status?: 415;
            /** @enum {string} */
            type?: "/problems/unsupported-media-type";
        };
        Problem429: components["schemas"]["Problem"] & {
            /** @constant */
            status?: 429;
            /** @enum {string} */
            type?: "/problems/rate-limit-exceeded";
        };
        Problem503: components["schemas"]["Problem"] & {
            /** @constant */
            status?: 503;
            /** @enum {string} */
            type?: "/problems/chain-error" | "/problems/mirror-behind";
        };
        /**
         * ProductView
         * @description A product, and who says what of it.
         */
        ProductView: {
            /** Descriptions */
            descriptions: components["schemas"]["DescriptionView"][];
            /** Id */
            id: string;
        };
        /**
         * ProfiledContent
         * @description What became of a change of profile.
         */
        ProfiledContent: {
            /** Applied */
            applied: boolean;
            /** Events */
            events: number;
        };
        /**
         * Profiling
         * @description Another profile for events that were captured.
         */
        Profiling: {
            /** Profile */
            profile: string;
            selection: components["schemas"]["Selecting"];
        };
        /**
         * PromiseView
         * @description A write to the chain, and how far it has come.
         */
        PromiseView: {
            /**
             * Changedat
             * Format: date-time
             */
            changedAt: string;
            /**
             * Createdat
             * Format: date-time
             */
            createdAt: string;
            failure?: components["schemas"]["FailureView"] | null;
            /** Id */
            id: number;
            /** Operation */
            operation: string;
            /** Organisation */
            organisation: number;
            /**
             * Progress
             * @description waiting, submitted, included, final or failed
             */
            progress: string;
        };
        /**
         * PromisedClaim
         * @description A claim on its way to the chain.
         */
        PromisedClaim: {
            /** Attestation */
            attestation: string;
            /** Changedat */
            changedAt: string;
            /** Code */
            code: string;
            /** Createdat */
            createdAt: string;
            /** Id */
            id: number;
            /** Operation */
            operation: string;
            /** Organisation */
            organisation: number;
            /** Other */
            other: string;
            /** Progress */
            progress: string;
            /** Relation */
            relation: string;
        };
        /**
         * QueryDefinition
         * @description A query and the name under which it is kept.
         */
        QueryDefinition: {
            /** Name */
            name: string;
            /** Query */
            query: {
                [key: string]: unknown;
            };
        };
        /**
         * QueueView
         * @description How delivery stands.
         */
        QueueView: {
            /**
             * Deadletters
             * @description Messages that were given up
             */
            deadLetters: number;
            /** Lastfailure */
            lastFailure?: string | null;
            /** Lastfailureat */
            lastFailureAt?: string | null;
            /** Nextattemptat */
            nextAttemptAt?: string | null;
            /**
             * State
             * @description active, retrying or suspended
             */
            state: string;
            /** Suspendedat */
            suspendedAt?: string | null;
            /**
             * Waiting
             * @description Messages that are ready and not yet taken
             */
            waiting: number;
        };
        /**
         * Readers
         * @description To whom: anyone, the members of the network, organisations by number, groups by name.
         */
        Readers: {
            /**
             * Anyone
             * @default false
             */
            anyone: boolean;
            /** Groups */
            groups?: string[];
            /**
             * Members
             * @default false
             */
            members: boolean;
            /** Organisations */
            organisations?: number[];
        };
        /**
         * ReadersContent
         * @description To whom a grant shows.
         */
        ReadersContent: {
            /** Anyone */
            anyone: boolean;
            /** Groups */
            groups: string[];
            /** Members */
            members: boolean;
            /** Organisations */
            organisations: number[];
        };
        /**
         * ReadyView
         * @description Whether record, mirror and chain answer.
         */
        ReadyView: {
            /** Chainheight */
            chainHeight: number | null;
            /** Lag */
            lag: number | null;
            /** Mirrorheight */
            mirrorHeight: number | null;
            /** Record */
            record: boolean;
            /** Status */
            status: string;
        };
        /**
         * Reason
         * @description Why something is done; stands on the chain for all members to read.
         */
        Reason: {
            /** Reason */
            reason: string;
        };
        /**
         * RecallContent
         * @description Whether a thing is recalled.
         */
        RecallContent: {
            /** Display */
            display: string;
            /** Id */
            id: string;
            /** Page */
            page: string;
            /** Proof */
            proof: string;
            /** Reason */
            reason: string;
            /** Recalled */
            recalled: boolean | null;
            /** States */
            states: components["schemas"]["LevelState"][];
        };
        /**
         * Recalling
         * @description What is recalled, why, and what whoever has it should do.
         */
        Recalling: {
            /** Advice */
            advice?: {
                [key: string]: string;
            };
            /** Id */
            id: string;
            /** Reason */
            reason: {
                [key: string]: string;
            };
        };
        /**
         * RefusalView
         * @description Why a strict reader refuses the code.
         */
        RefusalView: {
            /** Cure */
            cure: string;
            /** En */
            en: string;
            /** Place */
            place: number;
            /** Reason */
            reason: string;
            /** Zh */
            zh: string;
        };
        /**
         * ReportList
         * @description Reports.
         */
        ReportList: {
            /** Reports */
            reports: components["schemas"]["ReportView"][];
        };
        /**
         * ReportView
         * @description A problem that somebody reported.
         */
        ReportView: {
            /** About */
            about: string;
            /** Closedat */
            closedAt: string | null;
            /** Contact */
            contact: string | null;
            /**
             * Createdat
             * Format: date-time
             */
            createdAt: string;
            /** Id */
            id: string;
            /** Kind */
            kind: string;
            /** Text */
            text: string;
        };
        /**
         * ResolverDescription
         * @description The description file of a resolver.
         */
        ResolverDescription: {
            /** Contact */
            contact?: {
                [key: string]: unknown;
            };
            /** Jsonldcontextlocation */
            jsonLdContextLocation?: string;
            /** Linktypedefaultcanbelinkset */
            linkTypeDefaultCanBeLinkset?: boolean;
            /** Name */
            name?: string;
            /** Resolverroot */
            resolverRoot?: string;
            /** Supportedcontextvaluesexternal */
            supportedContextValuesExternal?: {
                [key: string]: string;
            }[];
            /** Supportedlinktype */
            supportedLinkType?: components["schemas"]["SupportedLinkType"][];
            /** Supportedprimarykeys */
            supportedPrimaryKeys?: string[];
        };
        /**
         * Revocation
         * @description A revocation on its way to the chain.
         */
        Revocation: {
            /** Changedat */
            changedAt: string;
            /** Createdat */
            createdAt: string;
            /** Id */
            id: number;
            /** Operation */
            operation: string;
            /** Organisation */
            organisation: number;
            /** Progress */
            progress: string;
        };
        /**
         * Roles
         * @description The roles that an organisation is to have.
         */
        Roles: {
            /** Roles */
            roles: string[];
        };
        /**
         * Rotating
         * @description How long the old key still opens, in seconds.
         */
        Rotating: {
            /**
             * Overlapseconds
             * @default 0
             */
            overlapSeconds: number;
        };
        /**
         * Rotation
         * @description The key that follows the one now signing; its keystore must be in place before.
         */
        Rotation: {
            /** Newkey */
            newKey: string;
        };
        /**
         * ScheduleBody
         * @description When a query is executed, in UTC; what is left out matches always, finer fields their lowest value.
         */
        ScheduleBody: {
            /**
             * Dayofmonth
             * @example 0,30
             * @example [9-17]
             */
            dayOfMonth?: string | number | null;
            /**
             * Dayofweek
             * @example 0,30
             * @example [9-17]
             */
            dayOfWeek?: string | number | null;
            /**
             * Hour
             * @example 0,30
             * @example [9-17]
             */
            hour?: string | number | null;
            /**
             * Minute
             * @example 0,30
             * @example [9-17]
             */
            minute?: string | number | null;
            /**
             * Month
             * @example 0,30
             * @example [9-17]
             */
            month?: string | number | null;
            /**
             * Second
             * @example 0,30
             * @example [9-17]
             */
            second?: string | number | null;
        };
        /**
         * SchemaBody
         * @description A schema: what statements under it have.
         */
        SchemaBody: {
            /** Schema */
            schema: {
                [key: string]: unknown;
            };
        };
        /**
         * SchemaPromiseView
         * @description The registration of a schema; one that is registered already has only these two members.
         */
        SchemaPromiseView: {
            /** Changedat */
            changedAt?: string | null;
            /** Createdat */
            createdAt?: string | null;
            failure?: components["schemas"]["FailureView"] | null;
            /** Id */
            id?: number | null;
            /** Operation */
            operation?: string | null;
            /** Organisation */
            organisation?: number | null;
            /**
             * Progress
             * @description waiting, submitted, included, final or failed
             */
            progress: string;
            /** Schema */
            schema: string;
        };
        /**
         * SchemaView
         * @description A schema of attestations.
         */
        SchemaView: {
            /** Content */
            content: {
                [key: string]: unknown;
            };
            /** Organisation */
            organisation: number;
            /**
             * Progress
             * @constant
             */
            progress: "final";
            /** Schema */
            schema: string;
        };
        /**
         * SchemeView
         * @description A scheme of identifiers.
         */
        SchemeView: {
            /** Name */
            name: string;
            /** Samples */
            samples: string[];
            /** Source */
            source: string;
            title: components["schemas"]["Bilingual"];
        };
        /**
         * SchemesView
         * @description The schemes that are known here.
         */
        SchemesView: {
            /** Schemes */
            schemes: components["schemas"]["SchemeView"][];
        };
        /**
         * Selecting
         * @description Which of the caller's own events are meant: every field that is given must hold, by one of its values.
         *
         *     `everything` is said out loud, because a selection without fields would open all.
         */
        Selecting: {
            /** Actions */
            actions?: ("ADD" | "OBSERVE" | "DELETE")[];
            /** Before */
            before?: string | null;
            /** Bizsteps */
            bizSteps?: string[];
            /** Eventtypes */
            eventTypes?: ("ObjectEvent" | "AggregationEvent" | "TransactionEvent" | "TransformationEvent" | "AssociationEvent")[];
            /** Events */
            events?: string[];
            /**
             * Everything
             * @default false
             */
            everything: boolean;
            /** From */
            from?: string | null;
            /** Things */
            things?: string[];
        };
        /** SelectionContent */
        SelectionContent: {
            /** Actions */
            actions?: string[];
            /** Before */
            before?: string;
            /** Bizsteps */
            bizSteps?: string[];
            /** Eventtypes */
            eventTypes?: string[];
            /** Events */
            events?: string[];
            /** Everything */
            everything?: boolean;
            /** From */
            from?: string;
            /** Things */
            things?: string[];
        };
        /**
         * SheetList
         * @description Presets of sheets of labels.
         */
        SheetList: {
            /** Sheets */
            sheets: string[];
        };
        /**
         * SigningKeyView
         * @description A signing key of an organisation.
         */
        SigningKeyView: {
            /** Address */
            address: string;
            /** Number */
            number: number;
            /**
             * Validfrom
             * @description Seconds since 1970
             */
            validFrom: number;
            /**
             * Validuntil
             * @description Seconds since 1970
             */
            validUntil: number;
        };
        /**
         * StandingProfileContent
         * @description A standing profile.
         */
        StandingProfileContent: {
            /** Changedat */
            changedAt: string;
            /** Of */
            of: string;
            /** Profile */
            profile: string;
        };
        /**
         * StandingProfileList
         * @description The standing profiles of a firm.
         */
        StandingProfileList: {
            /** Profiles */
            profiles: components["schemas"]["StandingProfileContent"][];
        };
        /**
         * StandingProfiling
         * @description The profile of what is captured from now on without one.
         */
        StandingProfiling: {
            /** Profile */
            profile: string;
        };
        /**
         * StateView
         * @description The state of a thing.
         */
        StateView: {
            /** Id */
            id: string;
            /** Organisation */
            organisation: number | null;
            /** Since */
            since: number | null;
            /** State */
            state: string;
        };
        /**
         * SubscriptionBody
         * @description What is to be sent where, and when.
         */
        SubscriptionBody: {
            /**
             * Dest
             * @description Address that messages are sent to by POST
             */
            dest: string;
            /**
             * Epcformat
             * @description As the header GS1-EPC-Format
             */
            epcFormat?: string | null;
            /**
             * Format
             * @description One of application/json, application/ld+json, application/xml
             * @default application/json
             */
            format: string;
            /**
             * Handshake
             * @description Whether an empty result is sent at once, as a test
             * @default false
             */
            handshake: boolean;
            /** Initialrecordtime */
            initialRecordTime?: string | null;
            /**
             * Reportifempty
             * @default false
             */
            reportIfEmpty: boolean;
            schedule?: components["schemas"]["ScheduleBody"] | null;
            /**
             * Secret
             * @description The same: the standard's schema requires this name
             */
            secret?: string | null;
            /**
             * Signaturetoken
             * @description Secret that GS1-Signature is made with
             */
            signatureToken?: string | null;
            /** Stream */
            stream?: boolean | null;
        };
        /**
         * SubscriptionView
         * @description A subscription; its secret is never shown.
         */
        SubscriptionView: {
            /** Createdat */
            createdAt: string;
            delivery: components["schemas"]["QueueView"];
            /** Dest */
            dest: string;
            /** Epcformat */
            epcFormat: string;
            /** Format */
            format: string;
            /** Initialrecordtime */
            initialRecordTime?: string | null;
            /** Lastnotifiedat */
            lastNotifiedAt?: string | null;
            /** Minrecordtime */
            minRecordTime?: string | null;
            /** Queryname */
            queryName: string;
            /** Reportifempty */
            reportIfEmpty?: boolean | null;
            /** Schedule */
            schedule?: {
                [key: string]: string;
            } | null;
            /** Stream */
            stream?: boolean | null;
            /** Subscriptionid */
            subscriptionID: string;
        };
        /**
         * SupportedLinkType
         * @description A namespace of link types and its prefix.
         */
        SupportedLinkType: {
            /** Namespace */
            namespace: string;
            /** Prefix */
            prefix: string;
        };
        /**
         * ThingName
         * @description What one organisation calls a thing or its class: name by language, empty where none is said.
         */
        ThingName: {
            /** Id */
            id: string;
            /** Organisation */
            organisation: number;
            /** Texts */
            texts: {
                [key: string]: string;
            };
        };
        /**
         * TraceContent
         * @description What a trace came to.
         */
        TraceContent: {
            /** Aliases */
            aliases: components["schemas"]["FollowedAlias"][];
            /** Direction */
            direction: string;
            /** Id */
            id: string;
            /** Links */
            links: components["schemas"]["TracedLink"][];
            /** Names */
            names: components["schemas"]["ThingName"][];
            /** Things */
            things: components["schemas"]["TracedThing"][];
            /** Truncated */
            truncated: boolean;
        };
        /** TracedLink */
        TracedLink: {
            /** From */
            from: string;
            /** Part */
            part: string;
            /** Relation */
            relation: string;
            /** Until */
            until: string | null;
            /** Whole */
            whole: string;
        };
        /**
         * TracedThing
         * @description A thing that the trace came to.
         */
        TracedThing: {
            /** Depth */
            depth: number;
            /** Id */
            id: string;
        };
        /**
         * TrustRootView
         * @description What a verifier pins (docs/formats.md §7).
         */
        TrustRootView: {
            /** Chainid */
            chainId: number;
            /** Consensus */
            consensus: string;
            /** Directory */
            directory: string;
            /** Epochlength */
            epochLength: number;
            /**
             * Expires
             * @description Seconds since 1970
             */
            expires: number;
            /** Genesis */
            genesis: string;
            /** Validators */
            validators: string[];
        };
        /**
         * Verification
         * @description The answer to a verification request.
         */
        Verification: {
            /** Corruuid */
            corrUUID: string;
            data: components["schemas"]["VerificationData"];
            /** Respondergln */
            responderGLN: string | null;
            /** Timestamp */
            timestamp: string;
        };
        /**
         * VerificationData
         * @description The verdict about an identifier.
         */
        VerificationData: {
            /** Additionalinfo */
            additionalInfo?: string;
            /** Verificationfailurereason */
            verificationFailureReason?: string;
            /** Verified */
            verified: boolean;
        };
        /** @description Master data of one kind. */
        Vocabulary: {
            type: string;
            vocabularyElementList?: components["schemas"]["VocabularyElement"][];
        };
        VocabularyElement: {
            attributes?: {
                attribute?: unknown;
                id: string;
            }[];
            children?: string[];
            id: string;
        };
        /**
         * WayContent
         * @description One way to read an event.
         */
        WayContent: {
            /** Grant */
            grant: number | null;
            /** Group */
            group: string | null;
            /** Hide */
            hide: string[];
            /** Ingroup */
            inGroup: number[];
            /** Organisation */
            organisation: number | null;
            /** Until */
            until: string | null;
            /** Who */
            who: string;
            /** Why */
            why: string;
        };
        /**
         * Granting
         * @description What is shown, to whom, what of it stays closed, until when.
         *
         *     `standing` opens events that are captured later too; without it only what has been captured is meant.
         */
        api__resources__grants__Granting: {
            /** Hide */
            hide?: string[];
            /**
             * Note
             * @default
             */
            note: string;
            selection: components["schemas"]["Selecting"];
            /**
             * Standing
             * @default false
             */
            standing: boolean;
            to: components["schemas"]["Readers"];
            /** Until */
            until?: string | null;
        };
        /**
         * Changing
         * @description What a group is to be from now on; what is left out stays.
         */
        api__resources__groups__Changing: {
            /** Members */
            members?: number[] | null;
            /** Name */
            name?: string | null;
        };
        /**
         * Granting
         * @description A prefix and the organisation that is to hold it.
         */
        api__resources__prefixes__Granting: {
            /** Holder */
            holder: number;
            /** Prefix */
            prefix: string;
            /** Scheme */
            scheme: string;
        };
        /**
         * Changing
         * @description Things and the state that they are to have.
         */
        api__resources__states__Changing: {
            /** Advice */
            advice?: {
                [key: string]: string;
            };
            /** Reason */
            reason?: {
                [key: string]: string;
            };
            /** State */
            state: string;
            /** Things */
            things: string[];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    front__get: {
        parameters: {
            query?: never;
            header?: {
                /** @description Oldest version of EPCIS that the caller reads */
                "GS1-EPCIS-Min"?: string;
                /** @description Newest version of EPCIS that the caller reads */
                "GS1-EPCIS-Max"?: string;
                /** @description Oldest version of the vocabulary that the caller reads */
                "GS1-CBV-Min"?: string;
                /** @description Newest version of the vocabulary that the caller reads */
                "GS1-CBV-Max"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Names of what is below */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Collection"];
                    "application/ld+json": components["schemas"]["Collection"];
                    "application/xml": string;
                    "text/html": string;
                    "text/xml": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 406 */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem406"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 414 */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem414"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    describe____options: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resource is described by the headers */
            204: {
                headers: {
                    /** @description Methods of the resource */
                    Allow?: string;
                    /** @description Newest version of the vocabulary that is spoken */
                    "GS1-CBV-Max"?: string;
                    /** @description Oldest version of the vocabulary that is spoken */
                    "GS1-CBV-Min"?: string;
                    /** @description Version of the vocabulary that answers are written in */
                    "GS1-CBV-Version"?: string;
                    /** @description Writings of the vocabulary that can be asked for in XML */
                    "GS1-CBV-XML-Format"?: "No_Preference" | "Always_Web_URI" | "Always_URN" | "Never_Translates";
                    /** @description Writings of EPCs that can be asked for */
                    "GS1-EPC-Format"?: "No_Preference" | "Always_GS1_Digital_Link" | "Always_EPC_URN" | "Never_Translates";
                    /** @description Newest version of EPCIS that is spoken */
                    "GS1-EPCIS-Max"?: string;
                    /** @description Oldest version of EPCIS that is spoken */
                    "GS1-EPCIS-Min"?: string;
                    /** @description Version of EPCIS that answers are written in */
                    "GS1-EPCIS-Version"?: string;
                    /** @description Namespaces of extensions */
                    "GS1-Extensions"?: string;
                    /** @description Version of this server */
                    "GS1-Vendor-Version"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: see `/problems` for the types with status 414 */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem414"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    describe_resolver__well_known_gs1resolver_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResolverDescription"];
                };
            };
        };
    };
    open__00__00__rest__get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The link set, the verdict page or the verdict */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/linkset+json": {
                        linkset: unknown[];
                    };
                    "text/html": string;
                };
            };
            /** @description Several links are as good */
            300: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/linkset+json": {
                        linkset: unknown[];
                    };
                };
            };
            /** @description The target of a link */
            307: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 406 */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem406"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 503 */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem503"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    describe__00__00__rest__options: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    open__01__01__rest__get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The link set, the verdict page or the verdict */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/linkset+json": {
                        linkset: unknown[];
                    };
                    "text/html": string;
                };
            };
            /** @description Several links are as good */
            300: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/linkset+json": {
                        linkset: unknown[];
                    };
                };
            };
            /** @description The target of a link */
            307: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 406 */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem406"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 503 */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem503"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    describe__01__01__rest__options: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    open__253__253__rest__get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The link set, the verdict page or the verdict */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/linkset+json": {
                        linkset: unknown[];
                    };
                    "text/html": string;
                };
            };
            /** @description Several links are as good */
            300: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/linkset+json": {
                        linkset: unknown[];
                    };
                };
            };
            /** @description The target of a link */
            307: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 406 */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem406"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 503 */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem503"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    describe__253__253__rest__options: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    open__255__255__rest__get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The link set, the verdict page or the verdict */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/linkset+json": {
                        linkset: unknown[];
                    };
                    "text/html": string;
                };
            };
            /** @description Several links are as good */
            300: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/linkset+json": {
                        linkset: unknown[];
                    };
                };
            };
            /** @description The target of a link */
            307: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 406 */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem406"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 503 */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem503"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    describe__255__255__rest__options: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    open__401__401__rest__get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The link set, the verdict page or the verdict */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/linkset+json": {
                        linkset: unknown[];
                    };
                    "text/html": string;
                };
            };
            /** @description Several links are as good */
            300: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/linkset+json": {
                        linkset: unknown[];
                    };
                };
            };
            /** @description The target of a link */
            307: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 406 */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem406"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 503 */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem503"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    describe__401__401__rest__options: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    open__402__402__rest__get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The link set, the verdict page or the verdict */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/linkset+json": {
                        linkset: unknown[];
                    };
                    "text/html": string;
                };
            };
            /** @description Several links are as good */
            300: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/linkset+json": {
                        linkset: unknown[];
                    };
                };
            };
            /** @description The target of a link */
            307: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 406 */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem406"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 503 */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem503"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    describe__402__402__rest__options: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    open__414__414__rest__get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The link set, the verdict page or the verdict */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/linkset+json": {
                        linkset: unknown[];
                    };
                    "text/html": string;
                };
            };
            /** @description Several links are as good */
            300: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/linkset+json": {
                        linkset: unknown[];
                    };
                };
            };
            /** @description The target of a link */
            307: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 406 */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem406"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 503 */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem503"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    describe__414__414__rest__options: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    open__415__415__rest__get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The link set, the verdict page or the verdict */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/linkset+json": {
                        linkset: unknown[];
                    };
                    "text/html": string;
                };
            };
            /** @description Several links are as good */
            300: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/linkset+json": {
                        linkset: unknown[];
                    };
                };
            };
            /** @description The target of a link */
            307: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 406 */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem406"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 503 */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem503"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    describe__415__415__rest__options: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    open__417__417__rest__get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The link set, the verdict page or the verdict */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/linkset+json": {
                        linkset: unknown[];
                    };
                    "text/html": string;
                };
            };
            /** @description Several links are as good */
            300: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/linkset+json": {
                        linkset: unknown[];
                    };
                };
            };
            /** @description The target of a link */
            307: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 406 */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem406"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 503 */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem503"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    describe__417__417__rest__options: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    open__8003__8003__rest__get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The link set, the verdict page or the verdict */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/linkset+json": {
                        linkset: unknown[];
                    };
                    "text/html": string;
                };
            };
            /** @description Several links are as good */
            300: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/linkset+json": {
                        linkset: unknown[];
                    };
                };
            };
            /** @description The target of a link */
            307: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 406 */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem406"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 503 */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem503"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    describe__8003__8003__rest__options: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    open__8004__8004__rest__get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The link set, the verdict page or the verdict */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/linkset+json": {
                        linkset: unknown[];
                    };
                    "text/html": string;
                };
            };
            /** @description Several links are as good */
            300: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/linkset+json": {
                        linkset: unknown[];
                    };
                };
            };
            /** @description The target of a link */
            307: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 406 */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem406"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 503 */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem503"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    describe__8004__8004__rest__options: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    open__8006__8006__rest__get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The link set, the verdict page or the verdict */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/linkset+json": {
                        linkset: unknown[];
                    };
                    "text/html": string;
                };
            };
            /** @description Several links are as good */
            300: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/linkset+json": {
                        linkset: unknown[];
                    };
                };
            };
            /** @description The target of a link */
            307: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 406 */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem406"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 503 */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem503"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    describe__8006__8006__rest__options: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    open__8010__8010__rest__get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The link set, the verdict page or the verdict */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/linkset+json": {
                        linkset: unknown[];
                    };
                    "text/html": string;
                };
            };
            /** @description Several links are as good */
            300: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/linkset+json": {
                        linkset: unknown[];
                    };
                };
            };
            /** @description The target of a link */
            307: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 406 */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem406"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 503 */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem503"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    describe__8010__8010__rest__options: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    open__8013__8013__rest__get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The link set, the verdict page or the verdict */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/linkset+json": {
                        linkset: unknown[];
                    };
                    "text/html": string;
                };
            };
            /** @description Several links are as good */
            300: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/linkset+json": {
                        linkset: unknown[];
                    };
                };
            };
            /** @description The target of a link */
            307: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 406 */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem406"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 503 */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem503"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    describe__8013__8013__rest__options: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    open__8017__8017__rest__get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The link set, the verdict page or the verdict */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/linkset+json": {
                        linkset: unknown[];
                    };
                    "text/html": string;
                };
            };
            /** @description Several links are as good */
            300: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/linkset+json": {
                        linkset: unknown[];
                    };
                };
            };
            /** @description The target of a link */
            307: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 406 */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem406"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 503 */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem503"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    describe__8017__8017__rest__options: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    open__8018__8018__rest__get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The link set, the verdict page or the verdict */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/linkset+json": {
                        linkset: unknown[];
                    };
                    "text/html": string;
                };
            };
            /** @description Several links are as good */
            300: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/linkset+json": {
                        linkset: unknown[];
                    };
                };
            };
            /** @description The target of a link */
            307: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 406 */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem406"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 503 */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem503"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    describe__8018__8018__rest__options: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    list_aliases_api_v1_aliases_get: {
        parameters: {
            query: {
                id: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AliasList"];
                };
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    claim_api_v1_aliases_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Claiming"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromisedClaim"];
                };
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 403 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem403"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 409 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem409"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 413 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem413"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 415 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem415"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    revoke_api_v1_aliases__attestation__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                attestation: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Revocation"];
                };
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 403 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem403"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 409 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem409"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    list_attestations_api_v1_attestations_get: {
        parameters: {
            query?: {
                id?: string | null;
                organisation?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    /** @description The next page */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttestationList"];
                };
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    issue_api_v1_attestations_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Attesting"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttestationPromiseView"];
                };
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 403 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem403"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 409 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem409"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 413 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem413"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 415 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem415"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    register_schema_api_v1_attestations_schemas_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SchemaBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SchemaPromiseView"];
                };
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 403 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem403"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 409 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem409"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 413 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem413"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 415 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem415"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    get_schema_api_v1_attestations_schemas__schema__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                schema: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SchemaView"];
                };
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    get_attestation_api_v1_attestations__attestation__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                attestation: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttestationView"];
                };
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    revoke_api_v1_attestations__attestation__revoke_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                attestation: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromiseView"];
                };
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 403 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem403"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 409 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem409"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    get_bundle_api_v1_bundle_get: {
        parameters: {
            query: {
                /** @description An identifier in any writing */
                id: string;
                download?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BundleView"];
                };
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 406 */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem406"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 503 */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem503"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    get_code_api_v1_codes_get: {
        parameters: {
            query: {
                /** @description A code as it was scanned or typed */
                code: string;
                /** @description What a bare code is, such as gln or vin */
                kind?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CodeView"];
                };
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    get_schemes_api_v1_codes_schemes_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SchemesView"];
                };
            };
        };
    };
    list_delegations_api_v1_delegations_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DelegationList"];
                };
            };
        };
    };
    hand_over_api_v1_delegations_put: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Delegating"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DelegationContent"];
                };
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 403 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem403"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 409 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem409"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 413 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem413"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 415 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem415"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    hand_over_unheld_api_v1_delegations_unheld_put: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Delegating"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DelegationContent"];
                };
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 403 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem403"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 409 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem409"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 413 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem413"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 415 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem415"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    answer_unheld_again_api_v1_delegations_unheld__scheme___prefix__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                scheme: string;
                prefix: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 403 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem403"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 409 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem409"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    answer_again_api_v1_delegations__scheme___prefix__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                scheme: string;
                prefix: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 403 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem403"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 409 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem409"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    get_readers_api_v1_disclosure_events__commitment__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                commitment: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventReaders"];
                };
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 403 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem403"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    get_log_api_v1_disclosure_log_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LogContent"];
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 403 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem403"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    change_profiles_api_v1_disclosure_profiles_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Profiling"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProfiledContent"];
                };
            };
            /** @description Kept; lists and counts follow within moments */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 403 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem403"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 409 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem409"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 413 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem413"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 415 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem415"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    list_standing_api_v1_disclosure_standing_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StandingProfileList"];
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 403 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem403"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    put_standing_api_v1_disclosure_standing__of__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description `firm` for the whole firm, or a prefix as `gs1:6901234` */
                of: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StandingProfiling"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 403 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem403"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 409 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem409"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 413 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem413"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 415 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem415"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    delete_standing_api_v1_disclosure_standing__of__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description `firm` for the whole firm, or a prefix as `gs1:6901234` */
                of: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 403 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem403"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 409 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem409"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    list_dossiers_api_v1_dossiers_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DossierList"];
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 403 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem403"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    make_api_v1_dossiers_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DossierBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeDossierView"];
                };
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 403 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem403"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 409 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem409"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 413 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem413"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 415 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem415"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    withdraw_api_v1_dossiers__dossier__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                dossier: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 403 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem403"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 409 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem409"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    forget_api_v1_events__commitment__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                commitment: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The job */
            202: {
                headers: {
                    /** @description Address of the job */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaptureJob"];
                };
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 403 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem403"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 409 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem409"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    list_grants_api_v1_grants_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GrantList"];
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 403 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem403"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    grant_api_v1_grants_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["api__resources__grants__Granting"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GrantContent"];
                };
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 403 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem403"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 409 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem409"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 413 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem413"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 415 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem415"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    get_grant_api_v1_grants__number__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GrantContent"];
                };
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 403 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem403"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    revoke_api_v1_grants__number__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 403 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem403"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 409 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem409"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    list_groups_api_v1_groups_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupList"];
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 403 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem403"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    create_group_api_v1_groups_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Making"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupContent"];
                };
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 403 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem403"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 409 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem409"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 413 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem413"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 415 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem415"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    get_group_api_v1_groups__name__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name of a group of the caller's organisation */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupContent"];
                };
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 403 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem403"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    remove_group_api_v1_groups__name__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name of a group of the caller's organisation */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 403 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem403"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 409 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem409"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    change_group_api_v1_groups__name__patch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name of a group of the caller's organisation */
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["api__resources__groups__Changing"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupContent"];
                };
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 403 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem403"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 409 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem409"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 413 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem413"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 415 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem415"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    put_member_api_v1_groups__name__members__organisation__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name of a group of the caller's organisation */
                name: string;
                organisation: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupContent"];
                };
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 403 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem403"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 409 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem409"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    delete_member_api_v1_groups__name__members__organisation__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name of a group of the caller's organisation */
                name: string;
                organisation: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 403 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem403"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 409 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem409"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    get_holdings_api_v1_holdings_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    /** @description The next page */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HoldingList"];
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 403 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem403"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    list_keys_api_v1_keys_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyList"];
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 403 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem403"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    issue_api_v1_keys_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Issuing"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssuedKeyView"];
                };
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 403 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem403"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 409 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem409"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 413 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem413"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 415 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem415"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    revoke_api_v1_keys__key_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 403 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem403"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 409 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem409"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    rotate_api_v1_keys__key_id__rotate_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Rotating"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssuedKeyView"];
                };
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 403 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem403"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 409 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem409"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 413 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem413"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 415 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem415"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    print_labels_api_v1_labels_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LabelBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": unknown;
                };
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 403 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem403"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 409 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem409"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 413 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem413"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 415 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem415"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    list_sheets_api_v1_labels_sheets_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SheetList"];
                };
            };
        };
    };
    list_liens_api_v1_liens_get: {
        parameters: {
            query?: {
                id?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    /** @description The next page */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LienList"];
                };
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 403 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem403"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    reserve_api_v1_liens_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Consent"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LienPromiseView"];
                };
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 403 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem403"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 409 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem409"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 413 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem413"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 415 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem415"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    get_lien_api_v1_liens__lien__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                lien: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LienView"];
                };
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 403 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem403"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    activate_api_v1_liens__lien__activate_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                lien: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromiseView"];
                };
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 403 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem403"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 409 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem409"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    release_api_v1_liens__lien__release_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                lien: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromiseView"];
                };
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 403 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem403"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 409 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem409"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    list_link_types_api_v1_link_types_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinkTypeList"];
                };
            };
        };
    };
    list_links_api_v1_links_get: {
        parameters: {
            query?: {
                id?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinkList"];
                };
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 403 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem403"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    create_link_api_v1_links_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LinkBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeptLinkContent"];
                };
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 403 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem403"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 409 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem409"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 413 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem413"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 415 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem415"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    export_links_api_v1_links_export_get: {
        parameters: {
            query?: {
                form?: components["schemas"]["LinkForm"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 403 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem403"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    import_file_api_v1_links_import_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["Body_import_file_api_v1_links_import_post"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportContent"];
                };
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 403 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem403"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 409 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem409"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 413 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem413"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 415 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem415"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    get_link_api_v1_links__link_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                link_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeptLinkContent"];
                };
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 403 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem403"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    put_link_api_v1_links__link_id__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                link_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LinkBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeptLinkContent"];
                };
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 403 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem403"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 409 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem409"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 413 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem413"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 415 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem415"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    delete_link_api_v1_links__link_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                link_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 403 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem403"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 409 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem409"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    get_master_data_api_v1_master_data_get: {
        parameters: {
            query: {
                /** @description A place, party, product or other thing, in any writing */
                id: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        statements: {
                            attributes: {
                                attribute: unknown;
                                id: string;
                            }[];
                            capturedAt: string;
                            children: string[];
                            commitment: string;
                            organisation: number;
                            vocabulary: string;
                        }[];
                        versions: {
                            capturedAt: string;
                            commitment: string;
                            current: boolean;
                            organisation: number;
                            vocabulary: string;
                        }[];
                    };
                };
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    query_master_data_api_v1_master_data_query_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EPCISQueryDocument"];
                    "application/ld+json": components["schemas"]["EPCISQueryDocument"];
                    "application/xml": string;
                    "text/xml": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 406 */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem406"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    list_members_api_v1_members_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    /** @description The next page */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberList"];
                };
            };
        };
    };
    admit_member_api_v1_members_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Admission"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromiseView"];
                };
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 403 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem403"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 409 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem409"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 413 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem413"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 415 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem415"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    get_member_api_v1_members__organisation__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organisation: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberWithKeysView"];
                };
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    add_key_api_v1_members__organisation__keys_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organisation: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewKey"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromiseView"];
                };
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 403 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem403"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 409 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem409"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 413 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem413"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 415 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem415"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    rotate_signing_key_api_v1_members__organisation__keys_rotate_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organisation: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Rotation"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromiseView"];
                };
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 403 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem403"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 409 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem409"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 413 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem413"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 415 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem415"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    close_key_api_v1_members__organisation__keys__key__close_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organisation: number;
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KeyEnd"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromiseView"];
                };
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 403 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem403"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 409 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem409"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 413 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem413"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 415 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem415"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    set_profile_api_v1_members__organisation__profile_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organisation: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewProfile"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromiseView"];
                };
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 403 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem403"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 409 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem409"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 413 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem413"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 415 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem415"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    reinstate_member_api_v1_members__organisation__reinstate_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organisation: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Reason"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromiseView"];
                };
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 403 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem403"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 409 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem409"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 413 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem413"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 415 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem415"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    set_roles_api_v1_members__organisation__roles_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organisation: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Roles"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromiseView"];
                };
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 403 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem403"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 409 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem409"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 413 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem413"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 415 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem415"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    suspend_member_api_v1_members__organisation__suspend_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organisation: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Reason"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromiseView"];
                };
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 403 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem403"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 409 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem409"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 413 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem413"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 415 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem415"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    get_network_api_v1_network_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NetworkView"];
                };
            };
        };
    };
    upload_picture_api_v1_pictures_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "image/jpeg": unknown;
                "image/png": unknown;
                "image/webp": unknown;
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PictureView"];
                };
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 403 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem403"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 409 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem409"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 413 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem413"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 415 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem415"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    get_picture_api_v1_pictures__digest__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                digest: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    list_prefixes_api_v1_prefixes_get: {
        parameters: {
            query?: {
                holder?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    /** @description The next page */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PrefixList"];
                };
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    grant_prefix_api_v1_prefixes_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["api__resources__prefixes__Granting"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromiseView"];
                };
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 403 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem403"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 409 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem409"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 413 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem413"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 415 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem415"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    grant_node_api_v1_prefixes_nodes_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Node"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromiseView"];
                };
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 403 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem403"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 409 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem409"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 413 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem413"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 415 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem415"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    prefix_of_api_v1_prefixes_of_get: {
        parameters: {
            query: {
                id: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PrefixOfView"];
                };
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    set_partner_api_v1_prefixes_partners_put: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Partner"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromiseView"];
                };
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 403 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem403"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 409 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem409"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 413 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem413"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 415 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem415"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    set_policy_api_v1_prefixes_policy_put: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Policy"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromiseView"];
                };
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 403 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem403"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 409 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem409"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 413 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem413"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 415 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem415"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    reinstate_prefix_api_v1_prefixes_reinstate_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PrefixReason"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromiseView"];
                };
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 403 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem403"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 409 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem409"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 413 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem413"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 415 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem415"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    revoke_prefix_api_v1_prefixes_revoke_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PrefixReason"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromiseView"];
                };
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 403 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem403"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 409 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem409"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 413 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem413"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 415 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem415"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    suspend_prefix_api_v1_prefixes_suspend_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PrefixReason"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromiseView"];
                };
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 403 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem403"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 409 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem409"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 413 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem413"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 415 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem415"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    get_product_api_v1_products_get: {
        parameters: {
            query: {
                id: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProductView"];
                };
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    describe_api_v1_products_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Describing"];
            };
        };
        responses: {
            /** @description The job */
            202: {
                headers: {
                    /** @description Address of the job */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaptureJob"];
                };
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 403 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem403"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 409 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem409"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 413 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem413"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 415 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem415"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    get_promise_api_v1_promises__number__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromiseView"];
                };
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    recall_thing_api_v1_recalls_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Recalling"];
            };
        };
        responses: {
            /** @description The job */
            202: {
                headers: {
                    /** @description Address of the job */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaptureJob"];
                };
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 403 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem403"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 409 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem409"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 413 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem413"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 415 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem415"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    list_reports_api_v1_reports_get: {
        parameters: {
            query?: {
                before?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportList"];
                };
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 403 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem403"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    report_api_v1_reports_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["Body_report_api_v1_reports_post"];
            };
        };
        responses: {
            /** @description Kept, for `Accept: application/json` */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeptReportView"];
                };
            };
            /** @description Successful Response */
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 406 */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem406"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 413 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem413"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 415 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem415"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 429 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem429"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    close_api_v1_reports__report_id__close_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                report_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 403 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem403"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 409 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem409"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    get_state_api_v1_states_get: {
        parameters: {
            query: {
                id: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StateView"];
                };
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    set_state_api_v1_states_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["api__resources__states__Changing"];
            };
        };
        responses: {
            /** @description The job */
            202: {
                headers: {
                    /** @description Address of the job */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaptureJob"];
                };
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 403 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem403"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 409 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem409"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 413 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem413"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 415 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem415"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    list_dead_letters_api_v1_subscriptions__subscription__dead_letters_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                subscription: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    /** @description When the next page's token ends */
                    "GS1-Next-Page-Token-Expires"?: string;
                    /** @description Address of the next page, rel="next"; absent on the last */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LetterView"][];
                };
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 403 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem403"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    resume_subscription_api_v1_subscriptions__subscription__resume_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                subscription: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 403 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem403"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 409 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem409"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    capture_csv_api_v1_tables_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["Body_capture_csv_api_v1_tables_post"];
            };
        };
        responses: {
            /** @description What would become of the rows; nothing was written */
            200: {
                headers: {
                    /** @description Address of the job */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaptureJob"];
                };
            };
            /** @description The job */
            202: {
                headers: {
                    /** @description Address of the job */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaptureJob"];
                };
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 403 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem403"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 409 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem409"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 413 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem413"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 415 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem415"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    get_trace_api_v1_trace_get: {
        parameters: {
            query: {
                /** @description An identifier in any writing */
                id: string;
                direction?: components["schemas"]["Direction"];
                asOf?: string | null;
                since?: string | null;
                depth?: number;
                limit?: number;
                /** @description Follow other codes that both sides confirm */
                aliases?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TraceContent"];
                };
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    list_bizLocations_bizLocations_get: {
        parameters: {
            query?: {
                /** @description Most items of a page; at most `pageItems` of `/api/v1/network` */
                perPage?: number;
                /** @description From the `Link` of the page before */
                nextPageToken?: string;
            };
            header?: {
                /** @description Oldest version of EPCIS that the caller reads */
                "GS1-EPCIS-Min"?: string;
                /** @description Newest version of EPCIS that the caller reads */
                "GS1-EPCIS-Max"?: string;
                /** @description Oldest version of the vocabulary that the caller reads */
                "GS1-CBV-Min"?: string;
                /** @description Newest version of the vocabulary that the caller reads */
                "GS1-CBV-Max"?: string;
                /** @description How EPCs are to be written */
                "GS1-EPC-Format"?: "No_Preference" | "Always_GS1_Digital_Link" | "Always_EPC_URN" | "Never_Translates";
                /** @description How words of the vocabulary are to be written in XML */
                "GS1-CBV-XML-Format"?: "No_Preference" | "Always_Web_URI" | "Always_URN" | "Never_Translates";
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Values */
            200: {
                headers: {
                    /** @description When the next page's token ends */
                    "GS1-Next-Page-Token-Expires"?: string;
                    /** @description Address of the next page, rel="next"; absent on the last */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Collection"];
                    "application/ld+json": components["schemas"]["Collection"];
                    "application/xml": string;
                    "text/xml": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 406 */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem406"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 414 */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem414"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    describe__bizLocations_bizLocations_options: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resource is described by the headers */
            204: {
                headers: {
                    /** @description Methods of the resource */
                    Allow?: string;
                    /** @description Newest version of the vocabulary that is spoken */
                    "GS1-CBV-Max"?: string;
                    /** @description Oldest version of the vocabulary that is spoken */
                    "GS1-CBV-Min"?: string;
                    /** @description Version of the vocabulary that answers are written in */
                    "GS1-CBV-Version"?: string;
                    /** @description Writings of the vocabulary that can be asked for in XML */
                    "GS1-CBV-XML-Format"?: "No_Preference" | "Always_Web_URI" | "Always_URN" | "Never_Translates";
                    /** @description Writings of EPCs that can be asked for */
                    "GS1-EPC-Format"?: "No_Preference" | "Always_GS1_Digital_Link" | "Always_EPC_URN" | "Never_Translates";
                    /** @description Newest version of EPCIS that is spoken */
                    "GS1-EPCIS-Max"?: string;
                    /** @description Oldest version of EPCIS that is spoken */
                    "GS1-EPCIS-Min"?: string;
                    /** @description Version of EPCIS that answers are written in */
                    "GS1-EPCIS-Version"?: string;
                    /** @description Namespaces of extensions */
                    "GS1-Extensions"?: string;
                    /** @description Version of this server */
                    "GS1-Vendor-Version"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: see `/problems` for the types with status 414 */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem414"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    below_bizLocations_bizLocations__bizLocation__get: {
        parameters: {
            query?: never;
            header?: {
                /** @description Oldest version of EPCIS that the caller reads */
                "GS1-EPCIS-Min"?: string;
                /** @description Newest version of EPCIS that the caller reads */
                "GS1-EPCIS-Max"?: string;
                /** @description Oldest version of the vocabulary that the caller reads */
                "GS1-CBV-Min"?: string;
                /** @description Newest version of the vocabulary that the caller reads */
                "GS1-CBV-Max"?: string;
            };
            path: {
                bizLocation: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Names of what is below */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Collection"];
                    "application/ld+json": components["schemas"]["Collection"];
                    "application/xml": string;
                    "text/xml": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 406 */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem406"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 414 */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem414"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    describe__bizLocations__bizLocation__bizLocations__bizLocation__options: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                bizLocation: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resource is described by the headers */
            204: {
                headers: {
                    /** @description Methods of the resource */
                    Allow?: string;
                    /** @description Newest version of the vocabulary that is spoken */
                    "GS1-CBV-Max"?: string;
                    /** @description Oldest version of the vocabulary that is spoken */
                    "GS1-CBV-Min"?: string;
                    /** @description Version of the vocabulary that answers are written in */
                    "GS1-CBV-Version"?: string;
                    /** @description Writings of the vocabulary that can be asked for in XML */
                    "GS1-CBV-XML-Format"?: "No_Preference" | "Always_Web_URI" | "Always_URN" | "Never_Translates";
                    /** @description Writings of EPCs that can be asked for */
                    "GS1-EPC-Format"?: "No_Preference" | "Always_GS1_Digital_Link" | "Always_EPC_URN" | "Never_Translates";
                    /** @description Newest version of EPCIS that is spoken */
                    "GS1-EPCIS-Max"?: string;
                    /** @description Oldest version of EPCIS that is spoken */
                    "GS1-EPCIS-Min"?: string;
                    /** @description Version of EPCIS that answers are written in */
                    "GS1-EPCIS-Version"?: string;
                    /** @description Namespaces of extensions */
                    "GS1-Extensions"?: string;
                    /** @description Version of this server */
                    "GS1-Vendor-Version"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 414 */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem414"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    events_of_bizLocations_bizLocations__bizLocation__events_get: {
        parameters: {
            query?: {
                /** @description Most items of a page; at most `pageItems` of `/api/v1/network` */
                perPage?: number;
                /** @description From the `Link` of the page before */
                nextPageToken?: string;
                eventType?: string[];
                EQ_bizStep?: string[];
                EQ_disposition?: string[];
                EQ_persistentDisposition_set?: string[];
                EQ_persistentDisposition_unset?: string[];
                EQ_readPoint?: string[];
                WD_readPoint?: string[];
                WD_bizLocation?: string[];
                EQ_transformationID?: string[];
                MATCH_epc?: string[];
                MATCH_parentID?: string[];
                MATCH_inputEPC?: string[];
                MATCH_outputEPC?: string[];
                MATCH_anyEPC?: string[];
                MATCH_epcClass?: string[];
                MATCH_inputEPCClass?: string[];
                MATCH_outputEPCClass?: string[];
                MATCH_anyEPCClass?: string[];
                EQ_eventID?: string[];
                EQ_errorReason?: string[];
                EQ_correctiveEventID?: string[];
                EQ_type?: string[];
                EQ_deviceID?: string[];
                EQ_dataProcessingMethod?: string[];
                EQ_microorganism?: string[];
                EQ_chemicalSubstance?: string[];
                EQ_bizRules?: string[];
                EQ_stringValue?: string[];
                EQ_hexBinaryValue?: string[];
                EQ_uriValue?: string[];
                EQ_action?: ("ADD" | "OBSERVE" | "DELETE")[];
                GE_eventTime?: string;
                LT_eventTime?: string;
                GE_recordTime?: string;
                LT_recordTime?: string;
                GE_errorDeclarationTime?: string;
                LT_errorDeclarationTime?: string;
                GE_startTime?: string;
                LT_startTime?: string;
                GE_endTime?: string;
                LT_endTime?: string;
                EQ_quantity?: number;
                GT_quantity?: number;
                GE_quantity?: number;
                LT_quantity?: number;
                LE_quantity?: number;
                EXISTS_errorDeclaration?: boolean;
                EQ_booleanValue?: boolean;
                eventCountLimit?: number;
                maxEventCount?: number;
                orderBy?: string;
                orderDirection?: "ASC" | "DESC";
            };
            header?: {
                /** @description Oldest version of EPCIS that the caller reads */
                "GS1-EPCIS-Min"?: string;
                /** @description Newest version of EPCIS that the caller reads */
                "GS1-EPCIS-Max"?: string;
                /** @description Oldest version of the vocabulary that the caller reads */
                "GS1-CBV-Min"?: string;
                /** @description Newest version of the vocabulary that the caller reads */
                "GS1-CBV-Max"?: string;
                /** @description How EPCs are to be written */
                "GS1-EPC-Format"?: "No_Preference" | "Always_GS1_Digital_Link" | "Always_EPC_URN" | "Never_Translates";
                /** @description How words of the vocabulary are to be written in XML */
                "GS1-CBV-XML-Format"?: "No_Preference" | "Always_Web_URI" | "Always_URN" | "Never_Translates";
            };
            path: {
                bizLocation: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Events */
            200: {
                headers: {
                    /** @description When the next page's token ends */
                    "GS1-Next-Page-Token-Expires"?: string;
                    /** @description Address of the next page, rel="next"; absent on the last */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EPCISQueryDocument"];
                    "application/ld+json": components["schemas"]["EPCISQueryDocument"];
                    "application/xml": string;
                    "text/xml": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 406 */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem406"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 413 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem413"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 414 */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem414"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    describe__bizLocations__bizLocation__events_bizLocations__bizLocation__events_options: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                bizLocation: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resource is described by the headers */
            204: {
                headers: {
                    /** @description Methods of the resource */
                    Allow?: string;
                    /** @description Newest version of the vocabulary that is spoken */
                    "GS1-CBV-Max"?: string;
                    /** @description Oldest version of the vocabulary that is spoken */
                    "GS1-CBV-Min"?: string;
                    /** @description Version of the vocabulary that answers are written in */
                    "GS1-CBV-Version"?: string;
                    /** @description Writings of the vocabulary that can be asked for in XML */
                    "GS1-CBV-XML-Format"?: "No_Preference" | "Always_Web_URI" | "Always_URN" | "Never_Translates";
                    /** @description Writings of EPCs that can be asked for */
                    "GS1-EPC-Format"?: "No_Preference" | "Always_GS1_Digital_Link" | "Always_EPC_URN" | "Never_Translates";
                    /** @description Newest version of EPCIS that is spoken */
                    "GS1-EPCIS-Max"?: string;
                    /** @description Oldest version of EPCIS that is spoken */
                    "GS1-EPCIS-Min"?: string;
                    /** @description Version of EPCIS that answers are written in */
                    "GS1-EPCIS-Version"?: string;
                    /** @description Namespaces of extensions */
                    "GS1-Extensions"?: string;
                    /** @description Version of this server */
                    "GS1-Vendor-Version"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 414 */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem414"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    list_bizSteps_bizSteps_get: {
        parameters: {
            query?: {
                /** @description Most items of a page; at most `pageItems` of `/api/v1/network` */
                perPage?: number;
                /** @description From the `Link` of the page before */
                nextPageToken?: string;
            };
            header?: {
                /** @description Oldest version of EPCIS that the caller reads */
                "GS1-EPCIS-Min"?: string;
                /** @description Newest version of EPCIS that the caller reads */
                "GS1-EPCIS-Max"?: string;
                /** @description Oldest version of the vocabulary that the caller reads */
                "GS1-CBV-Min"?: string;
                /** @description Newest version of the vocabulary that the caller reads */
                "GS1-CBV-Max"?: string;
                /** @description How EPCs are to be written */
                "GS1-EPC-Format"?: "No_Preference" | "Always_GS1_Digital_Link" | "Always_EPC_URN" | "Never_Translates";
                /** @description How words of the vocabulary are to be written in XML */
                "GS1-CBV-XML-Format"?: "No_Preference" | "Always_Web_URI" | "Always_URN" | "Never_Translates";
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Values */
            200: {
                headers: {
                    /** @description When the next page's token ends */
                    "GS1-Next-Page-Token-Expires"?: string;
                    /** @description Address of the next page, rel="next"; absent on the last */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Collection"];
                    "application/ld+json": components["schemas"]["Collection"];
                    "application/xml": string;
                    "text/xml": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 406 */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem406"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 414 */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem414"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    describe__bizSteps_bizSteps_options: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resource is described by the headers */
            204: {
                headers: {
                    /** @description Methods of the resource */
                    Allow?: string;
                    /** @description Newest version of the vocabulary that is spoken */
                    "GS1-CBV-Max"?: string;
                    /** @description Oldest version of the vocabulary that is spoken */
                    "GS1-CBV-Min"?: string;
                    /** @description Version of the vocabulary that answers are written in */
                    "GS1-CBV-Version"?: string;
                    /** @description Writings of the vocabulary that can be asked for in XML */
                    "GS1-CBV-XML-Format"?: "No_Preference" | "Always_Web_URI" | "Always_URN" | "Never_Translates";
                    /** @description Writings of EPCs that can be asked for */
                    "GS1-EPC-Format"?: "No_Preference" | "Always_GS1_Digital_Link" | "Always_EPC_URN" | "Never_Translates";
                    /** @description Newest version of EPCIS that is spoken */
                    "GS1-EPCIS-Max"?: string;
                    /** @description Oldest version of EPCIS that is spoken */
                    "GS1-EPCIS-Min"?: string;
                    /** @description Version of EPCIS that answers are written in */
                    "GS1-EPCIS-Version"?: string;
                    /** @description Namespaces of extensions */
                    "GS1-Extensions"?: string;
                    /** @description Version of this server */
                    "GS1-Vendor-Version"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: see `/problems` for the types with status 414 */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem414"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    below_bizSteps_bizSteps__bizStep__get: {
        parameters: {
            query?: never;
            header?: {
                /** @description Oldest version of EPCIS that the caller reads */
                "GS1-EPCIS-Min"?: string;
                /** @description Newest version of EPCIS that the caller reads */
                "GS1-EPCIS-Max"?: string;
                /** @description Oldest version of the vocabulary that the caller reads */
                "GS1-CBV-Min"?: string;
                /** @description Newest version of the vocabulary that the caller reads */
                "GS1-CBV-Max"?: string;
            };
            path: {
                bizStep: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Names of what is below */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Collection"];
                    "application/ld+json": components["schemas"]["Collection"];
                    "application/xml": string;
                    "text/xml": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 406 */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem406"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 414 */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem414"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    describe__bizSteps__bizStep__bizSteps__bizStep__options: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                bizStep: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resource is described by the headers */
            204: {
                headers: {
                    /** @description Methods of the resource */
                    Allow?: string;
                    /** @description Newest version of the vocabulary that is spoken */
                    "GS1-CBV-Max"?: string;
                    /** @description Oldest version of the vocabulary that is spoken */
                    "GS1-CBV-Min"?: string;
                    /** @description Version of the vocabulary that answers are written in */
                    "GS1-CBV-Version"?: string;
                    /** @description Writings of the vocabulary that can be asked for in XML */
                    "GS1-CBV-XML-Format"?: "No_Preference" | "Always_Web_URI" | "Always_URN" | "Never_Translates";
                    /** @description Writings of EPCs that can be asked for */
                    "GS1-EPC-Format"?: "No_Preference" | "Always_GS1_Digital_Link" | "Always_EPC_URN" | "Never_Translates";
                    /** @description Newest version of EPCIS that is spoken */
                    "GS1-EPCIS-Max"?: string;
                    /** @description Oldest version of EPCIS that is spoken */
                    "GS1-EPCIS-Min"?: string;
                    /** @description Version of EPCIS that answers are written in */
                    "GS1-EPCIS-Version"?: string;
                    /** @description Namespaces of extensions */
                    "GS1-Extensions"?: string;
                    /** @description Version of this server */
                    "GS1-Vendor-Version"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 414 */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem414"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    events_of_bizSteps_bizSteps__bizStep__events_get: {
        parameters: {
            query?: {
                /** @description Most items of a page; at most `pageItems` of `/api/v1/network` */
                perPage?: number;
                /** @description From the `Link` of the page before */
                nextPageToken?: string;
                eventType?: string[];
                EQ_disposition?: string[];
                EQ_persistentDisposition_set?: string[];
                EQ_persistentDisposition_unset?: string[];
                EQ_readPoint?: string[];
                WD_readPoint?: string[];
                EQ_bizLocation?: string[];
                WD_bizLocation?: string[];
                EQ_transformationID?: string[];
                MATCH_epc?: string[];
                MATCH_parentID?: string[];
                MATCH_inputEPC?: string[];
                MATCH_outputEPC?: string[];
                MATCH_anyEPC?: string[];
                MATCH_epcClass?: string[];
                MATCH_inputEPCClass?: string[];
                MATCH_outputEPCClass?: string[];
                MATCH_anyEPCClass?: string[];
                EQ_eventID?: string[];
                EQ_errorReason?: string[];
                EQ_correctiveEventID?: string[];
                EQ_type?: string[];
                EQ_deviceID?: string[];
                EQ_dataProcessingMethod?: string[];
                EQ_microorganism?: string[];
                EQ_chemicalSubstance?: string[];
                EQ_bizRules?: string[];
                EQ_stringValue?: string[];
                EQ_hexBinaryValue?: string[];
                EQ_uriValue?: string[];
                EQ_action?: ("ADD" | "OBSERVE" | "DELETE")[];
                GE_eventTime?: string;
                LT_eventTime?: string;
                GE_recordTime?: string;
                LT_recordTime?: string;
                GE_errorDeclarationTime?: string;
                LT_errorDeclarationTime?: string;
                GE_startTime?: string;
                LT_startTime?: string;
                GE_endTime?: string;
                LT_endTime?: string;
                EQ_quantity?: number;
                GT_quantity?: number;
                GE_quantity?: number;
                LT_quantity?: number;
                LE_quantity?: number;
                EXISTS_errorDeclaration?: boolean;
                EQ_booleanValue?: boolean;
                eventCountLimit?: number;
                maxEventCount?: number;
                orderBy?: string;
                orderDirection?: "ASC" | "DESC";
            };
            header?: {
                /** @description Oldest version of EPCIS that the caller reads */
                "GS1-EPCIS-Min"?: string;
                /** @description Newest version of EPCIS that the caller reads */
                "GS1-EPCIS-Max"?: string;
                /** @description Oldest version of the vocabulary that the caller reads */
                "GS1-CBV-Min"?: string;
                /** @description Newest version of the vocabulary that the caller reads */
                "GS1-CBV-Max"?: string;
                /** @description How EPCs are to be written */
                "GS1-EPC-Format"?: "No_Preference" | "Always_GS1_Digital_Link" | "Always_EPC_URN" | "Never_Translates";
                /** @description How words of the vocabulary are to be written in XML */
                "GS1-CBV-XML-Format"?: "No_Preference" | "Always_Web_URI" | "Always_URN" | "Never_Translates";
            };
            path: {
                bizStep: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Events */
            200: {
                headers: {
                    /** @description When the next page's token ends */
                    "GS1-Next-Page-Token-Expires"?: string;
                    /** @description Address of the next page, rel="next"; absent on the last */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EPCISQueryDocument"];
                    "application/ld+json": components["schemas"]["EPCISQueryDocument"];
                    "application/xml": string;
                    "text/xml": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 406 */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem406"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 413 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem413"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 414 */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem414"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    describe__bizSteps__bizStep__events_bizSteps__bizStep__events_options: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                bizStep: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resource is described by the headers */
            204: {
                headers: {
                    /** @description Methods of the resource */
                    Allow?: string;
                    /** @description Newest version of the vocabulary that is spoken */
                    "GS1-CBV-Max"?: string;
                    /** @description Oldest version of the vocabulary that is spoken */
                    "GS1-CBV-Min"?: string;
                    /** @description Version of the vocabulary that answers are written in */
                    "GS1-CBV-Version"?: string;
                    /** @description Writings of the vocabulary that can be asked for in XML */
                    "GS1-CBV-XML-Format"?: "No_Preference" | "Always_Web_URI" | "Always_URN" | "Never_Translates";
                    /** @description Writings of EPCs that can be asked for */
                    "GS1-EPC-Format"?: "No_Preference" | "Always_GS1_Digital_Link" | "Always_EPC_URN" | "Never_Translates";
                    /** @description Newest version of EPCIS that is spoken */
                    "GS1-EPCIS-Max"?: string;
                    /** @description Oldest version of EPCIS that is spoken */
                    "GS1-EPCIS-Min"?: string;
                    /** @description Version of EPCIS that answers are written in */
                    "GS1-EPCIS-Version"?: string;
                    /** @description Namespaces of extensions */
                    "GS1-Extensions"?: string;
                    /** @description Version of this server */
                    "GS1-Vendor-Version"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 414 */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem414"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    list_jobs_capture_get: {
        parameters: {
            query?: {
                /** @description Most items of a page; at most `pageItems` of `/api/v1/network` */
                perPage?: number;
                /** @description From the `Link` of the page before */
                nextPageToken?: string;
            };
            header?: {
                /** @description Oldest version of EPCIS that the caller reads */
                "GS1-EPCIS-Min"?: string;
                /** @description Newest version of EPCIS that the caller reads */
                "GS1-EPCIS-Max"?: string;
                /** @description Oldest version of the vocabulary that the caller reads */
                "GS1-CBV-Min"?: string;
                /** @description Newest version of the vocabulary that the caller reads */
                "GS1-CBV-Max"?: string;
                /** @description How EPCs are to be written */
                "GS1-EPC-Format"?: "No_Preference" | "Always_GS1_Digital_Link" | "Always_EPC_URN" | "Never_Translates";
                /** @description How words of the vocabulary are to be written in XML */
                "GS1-CBV-XML-Format"?: "No_Preference" | "Always_Web_URI" | "Always_URN" | "Never_Translates";
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Jobs, without their events */
            200: {
                headers: {
                    /** @description When the next page's token ends */
                    "GS1-Next-Page-Token-Expires"?: string;
                    /** @description Address of the next page, rel="next"; absent on the last */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaptureJob"][];
                    "application/ld+json": components["schemas"]["CaptureJob"][];
                };
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 403 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem403"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 406 */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem406"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 414 */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem414"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    capture_capture_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description Version of EPCIS that the body is written in */
                "GS1-EPCIS-Version"?: string;
                /** @description Version of the vocabulary that the body uses */
                "GS1-CBV-Version"?: string;
                /** @description Who may read the events: `public`, `members` or `private`, with readers, groups and hidden fields */
                "Suyuan-Disclosure"?: string;
                /** @description How the events go to the chain */
                "Suyuan-Lane"?: "headed" | "anchored";
                /** @description Whether what is only warned of refuses an event too */
                "Suyuan-Strict"?: "true" | "false";
                /** @description What is done with the other events where one is refused */
                "GS1-Capture-Error-Behaviour"?: "rollback" | "proceed";
            };
            path?: never;
            cookie?: never;
        };
        /** @description A document of events */
        requestBody: {
            content: {
                "application/json": components["schemas"]["EPCISDocument"] | components["schemas"]["EPCISQueryDocument"];
                "application/ld+json": components["schemas"]["EPCISDocument"] | components["schemas"]["EPCISQueryDocument"];
                "application/xml": string;
                "text/xml": string;
            };
        };
        responses: {
            /** @description The job */
            202: {
                headers: {
                    /** @description rollback or proceed */
                    "GS1-Capture-Error-Behaviour"?: string;
                    /** @description Address of the job */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaptureJob"];
                    "application/ld+json": components["schemas"]["CaptureJob"];
                    "application/xml": string;
                    "text/xml": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 403 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem403"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 406 */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem406"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 409 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem409"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 413 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem413"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 414 */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem414"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 415 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem415"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    describe__capture_capture_options: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resource is described by the headers */
            204: {
                headers: {
                    /** @description Methods of the resource */
                    Allow?: string;
                    /** @description Newest version of the vocabulary that is spoken */
                    "GS1-CBV-Max"?: string;
                    /** @description Oldest version of the vocabulary that is spoken */
                    "GS1-CBV-Min"?: string;
                    /** @description Version of the vocabulary that answers are written in */
                    "GS1-CBV-Version"?: string;
                    /** @description Writings of the vocabulary that can be asked for in XML */
                    "GS1-CBV-XML-Format"?: "No_Preference" | "Always_Web_URI" | "Always_URN" | "Never_Translates";
                    /** @description What can be done with the rest where one event is refused */
                    "GS1-Capture-Error-Behaviour"?: "rollback" | "proceed" | "all";
                    /** @description Writings of EPCs that can be asked for */
                    "GS1-EPC-Format"?: "No_Preference" | "Always_GS1_Digital_Link" | "Always_EPC_URN" | "Never_Translates";
                    /** @description Most octets of one request */
                    "GS1-EPCIS-Capture-File-Size-Limit"?: number;
                    /** @description Most events of one request */
                    "GS1-EPCIS-Capture-Limit"?: number;
                    /** @description Newest version of EPCIS that is spoken */
                    "GS1-EPCIS-Max"?: string;
                    /** @description Oldest version of EPCIS that is spoken */
                    "GS1-EPCIS-Min"?: string;
                    /** @description Version of EPCIS that answers are written in */
                    "GS1-EPCIS-Version"?: string;
                    /** @description Namespaces of extensions */
                    "GS1-Extensions"?: string;
                    /** @description Version of this server */
                    "GS1-Vendor-Version"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: see `/problems` for the types with status 414 */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem414"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    get_job_capture__captureID__get: {
        parameters: {
            query?: never;
            header?: {
                /** @description Oldest version of EPCIS that the caller reads */
                "GS1-EPCIS-Min"?: string;
                /** @description Newest version of EPCIS that the caller reads */
                "GS1-EPCIS-Max"?: string;
                /** @description Oldest version of the vocabulary that the caller reads */
                "GS1-CBV-Min"?: string;
                /** @description Newest version of the vocabulary that the caller reads */
                "GS1-CBV-Max"?: string;
            };
            path: {
                captureID: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The job */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaptureJob"];
                    "application/ld+json": components["schemas"]["CaptureJob"];
                    "application/xml": string;
                    "text/xml": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 403 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem403"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 406 */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem406"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 414 */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem414"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    describe__capture__captureID__capture__captureID__options: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                captureID: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resource is described by the headers */
            204: {
                headers: {
                    /** @description Methods of the resource */
                    Allow?: string;
                    /** @description Newest version of the vocabulary that is spoken */
                    "GS1-CBV-Max"?: string;
                    /** @description Oldest version of the vocabulary that is spoken */
                    "GS1-CBV-Min"?: string;
                    /** @description Version of the vocabulary that answers are written in */
                    "GS1-CBV-Version"?: string;
                    /** @description Writings of the vocabulary that can be asked for in XML */
                    "GS1-CBV-XML-Format"?: "No_Preference" | "Always_Web_URI" | "Always_URN" | "Never_Translates";
                    /** @description Writings of EPCs that can be asked for */
                    "GS1-EPC-Format"?: "No_Preference" | "Always_GS1_Digital_Link" | "Always_EPC_URN" | "Never_Translates";
                    /** @description Newest version of EPCIS that is spoken */
                    "GS1-EPCIS-Max"?: string;
                    /** @description Oldest version of EPCIS that is spoken */
                    "GS1-EPCIS-Min"?: string;
                    /** @description Version of EPCIS that answers are written in */
                    "GS1-EPCIS-Version"?: string;
                    /** @description Namespaces of extensions */
                    "GS1-Extensions"?: string;
                    /** @description Version of this server */
                    "GS1-Vendor-Version"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 414 */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem414"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    certificates_certificates__rest__get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CertificateList"];
                };
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    list_dispositions_dispositions_get: {
        parameters: {
            query?: {
                /** @description Most items of a page; at most `pageItems` of `/api/v1/network` */
                perPage?: number;
                /** @description From the `Link` of the page before */
                nextPageToken?: string;
            };
            header?: {
                /** @description Oldest version of EPCIS that the caller reads */
                "GS1-EPCIS-Min"?: string;
                /** @description Newest version of EPCIS that the caller reads */
                "GS1-EPCIS-Max"?: string;
                /** @description Oldest version of the vocabulary that the caller reads */
                "GS1-CBV-Min"?: string;
                /** @description Newest version of the vocabulary that the caller reads */
                "GS1-CBV-Max"?: string;
                /** @description How EPCs are to be written */
                "GS1-EPC-Format"?: "No_Preference" | "Always_GS1_Digital_Link" | "Always_EPC_URN" | "Never_Translates";
                /** @description How words of the vocabulary are to be written in XML */
                "GS1-CBV-XML-Format"?: "No_Preference" | "Always_Web_URI" | "Always_URN" | "Never_Translates";
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Values */
            200: {
                headers: {
                    /** @description When the next page's token ends */
                    "GS1-Next-Page-Token-Expires"?: string;
                    /** @description Address of the next page, rel="next"; absent on the last */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Collection"];
                    "application/ld+json": components["schemas"]["Collection"];
                    "application/xml": string;
                    "text/xml": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 406 */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem406"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 414 */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem414"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    describe__dispositions_dispositions_options: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resource is described by the headers */
            204: {
                headers: {
                    /** @description Methods of the resource */
                    Allow?: string;
                    /** @description Newest version of the vocabulary that is spoken */
                    "GS1-CBV-Max"?: string;
                    /** @description Oldest version of the vocabulary that is spoken */
                    "GS1-CBV-Min"?: string;
                    /** @description Version of the vocabulary that answers are written in */
                    "GS1-CBV-Version"?: string;
                    /** @description Writings of the vocabulary that can be asked for in XML */
                    "GS1-CBV-XML-Format"?: "No_Preference" | "Always_Web_URI" | "Always_URN" | "Never_Translates";
                    /** @description Writings of EPCs that can be asked for */
                    "GS1-EPC-Format"?: "No_Preference" | "Always_GS1_Digital_Link" | "Always_EPC_URN" | "Never_Translates";
                    /** @description Newest version of EPCIS that is spoken */
                    "GS1-EPCIS-Max"?: string;
                    /** @description Oldest version of EPCIS that is spoken */
                    "GS1-EPCIS-Min"?: string;
                    /** @description Version of EPCIS that answers are written in */
                    "GS1-EPCIS-Version"?: string;
                    /** @description Namespaces of extensions */
                    "GS1-Extensions"?: string;
                    /** @description Version of this server */
                    "GS1-Vendor-Version"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: see `/problems` for the types with status 414 */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem414"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    below_dispositions_dispositions__disposition__get: {
        parameters: {
            query?: never;
            header?: {
                /** @description Oldest version of EPCIS that the caller reads */
                "GS1-EPCIS-Min"?: string;
                /** @description Newest version of EPCIS that the caller reads */
                "GS1-EPCIS-Max"?: string;
                /** @description Oldest version of the vocabulary that the caller reads */
                "GS1-CBV-Min"?: string;
                /** @description Newest version of the vocabulary that the caller reads */
                "GS1-CBV-Max"?: string;
            };
            path: {
                disposition: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Names of what is below */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Collection"];
                    "application/ld+json": components["schemas"]["Collection"];
                    "application/xml": string;
                    "text/xml": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 406 */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem406"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 414 */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem414"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    describe__dispositions__disposition__dispositions__disposition__options: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                disposition: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resource is described by the headers */
            204: {
                headers: {
                    /** @description Methods of the resource */
                    Allow?: string;
                    /** @description Newest version of the vocabulary that is spoken */
                    "GS1-CBV-Max"?: string;
                    /** @description Oldest version of the vocabulary that is spoken */
                    "GS1-CBV-Min"?: string;
                    /** @description Version of the vocabulary that answers are written in */
                    "GS1-CBV-Version"?: string;
                    /** @description Writings of the vocabulary that can be asked for in XML */
                    "GS1-CBV-XML-Format"?: "No_Preference" | "Always_Web_URI" | "Always_URN" | "Never_Translates";
                    /** @description Writings of EPCs that can be asked for */
                    "GS1-EPC-Format"?: "No_Preference" | "Always_GS1_Digital_Link" | "Always_EPC_URN" | "Never_Translates";
                    /** @description Newest version of EPCIS that is spoken */
                    "GS1-EPCIS-Max"?: string;
                    /** @description Oldest version of EPCIS that is spoken */
                    "GS1-EPCIS-Min"?: string;
                    /** @description Version of EPCIS that answers are written in */
                    "GS1-EPCIS-Version"?: string;
                    /** @description Namespaces of extensions */
                    "GS1-Extensions"?: string;
                    /** @description Version of this server */
                    "GS1-Vendor-Version"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 414 */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem414"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    events_of_dispositions_dispositions__disposition__events_get: {
        parameters: {
            query?: {
                /** @description Most items of a page; at most `pageItems` of `/api/v1/network` */
                perPage?: number;
                /** @description From the `Link` of the page before */
                nextPageToken?: string;
                eventType?: string[];
                EQ_bizStep?: string[];
                EQ_persistentDisposition_set?: string[];
                EQ_persistentDisposition_unset?: string[];
                EQ_readPoint?: string[];
                WD_readPoint?: string[];
                EQ_bizLocation?: string[];
                WD_bizLocation?: string[];
                EQ_transformationID?: string[];
                MATCH_epc?: string[];
                MATCH_parentID?: string[];
                MATCH_inputEPC?: string[];
                MATCH_outputEPC?: string[];
                MATCH_anyEPC?: string[];
                MATCH_epcClass?: string[];
                MATCH_inputEPCClass?: string[];
                MATCH_outputEPCClass?: string[];
                MATCH_anyEPCClass?: string[];
                EQ_eventID?: string[];
                EQ_errorReason?: string[];
                EQ_correctiveEventID?: string[];
                EQ_type?: string[];
                EQ_deviceID?: string[];
                EQ_dataProcessingMethod?: string[];
                EQ_microorganism?: string[];
                EQ_chemicalSubstance?: string[];
                EQ_bizRules?: string[];
                EQ_stringValue?: string[];
                EQ_hexBinaryValue?: string[];
                EQ_uriValue?: string[];
                EQ_action?: ("ADD" | "OBSERVE" | "DELETE")[];
                GE_eventTime?: string;
                LT_eventTime?: string;
                GE_recordTime?: string;
                LT_recordTime?: string;
                GE_errorDeclarationTime?: string;
                LT_errorDeclarationTime?: string;
                GE_startTime?: string;
                LT_startTime?: string;
                GE_endTime?: string;
                LT_endTime?: string;
                EQ_quantity?: number;
                GT_quantity?: number;
                GE_quantity?: number;
                LT_quantity?: number;
                LE_quantity?: number;
                EXISTS_errorDeclaration?: boolean;
                EQ_booleanValue?: boolean;
                eventCountLimit?: number;
                maxEventCount?: number;
                orderBy?: string;
                orderDirection?: "ASC" | "DESC";
            };
            header?: {
                /** @description Oldest version of EPCIS that the caller reads */
                "GS1-EPCIS-Min"?: string;
                /** @description Newest version of EPCIS that the caller reads */
                "GS1-EPCIS-Max"?: string;
                /** @description Oldest version of the vocabulary that the caller reads */
                "GS1-CBV-Min"?: string;
                /** @description Newest version of the vocabulary that the caller reads */
                "GS1-CBV-Max"?: string;
                /** @description How EPCs are to be written */
                "GS1-EPC-Format"?: "No_Preference" | "Always_GS1_Digital_Link" | "Always_EPC_URN" | "Never_Translates";
                /** @description How words of the vocabulary are to be written in XML */
                "GS1-CBV-XML-Format"?: "No_Preference" | "Always_Web_URI" | "Always_URN" | "Never_Translates";
            };
            path: {
                disposition: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Events */
            200: {
                headers: {
                    /** @description When the next page's token ends */
                    "GS1-Next-Page-Token-Expires"?: string;
                    /** @description Address of the next page, rel="next"; absent on the last */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EPCISQueryDocument"];
                    "application/ld+json": components["schemas"]["EPCISQueryDocument"];
                    "application/xml": string;
                    "text/xml": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 406 */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem406"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 413 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem413"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 414 */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem414"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    describe__dispositions__disposition__events_dispositions__disposition__events_options: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                disposition: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resource is described by the headers */
            204: {
                headers: {
                    /** @description Methods of the resource */
                    Allow?: string;
                    /** @description Newest version of the vocabulary that is spoken */
                    "GS1-CBV-Max"?: string;
                    /** @description Oldest version of the vocabulary that is spoken */
                    "GS1-CBV-Min"?: string;
                    /** @description Version of the vocabulary that answers are written in */
                    "GS1-CBV-Version"?: string;
                    /** @description Writings of the vocabulary that can be asked for in XML */
                    "GS1-CBV-XML-Format"?: "No_Preference" | "Always_Web_URI" | "Always_URN" | "Never_Translates";
                    /** @description Writings of EPCs that can be asked for */
                    "GS1-EPC-Format"?: "No_Preference" | "Always_GS1_Digital_Link" | "Always_EPC_URN" | "Never_Translates";
                    /** @description Newest version of EPCIS that is spoken */
                    "GS1-EPCIS-Max"?: string;
                    /** @description Oldest version of EPCIS that is spoken */
                    "GS1-EPCIS-Min"?: string;
                    /** @description Version of EPCIS that answers are written in */
                    "GS1-EPCIS-Version"?: string;
                    /** @description Namespaces of extensions */
                    "GS1-Extensions"?: string;
                    /** @description Version of this server */
                    "GS1-Vendor-Version"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 414 */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem414"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    open_link_dossiers__token__get: {
        parameters: {
            query?: {
                download?: boolean;
            };
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page, or the file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Dossier */
                        dossier: {
                            [key: string]: unknown;
                        };
                    };
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 406 */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem406"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 410 */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem410"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 503 */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem503"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    list_epcs_epcs_get: {
        parameters: {
            query?: {
                /** @description Most items of a page; at most `pageItems` of `/api/v1/network` */
                perPage?: number;
                /** @description From the `Link` of the page before */
                nextPageToken?: string;
            };
            header?: {
                /** @description Oldest version of EPCIS that the caller reads */
                "GS1-EPCIS-Min"?: string;
                /** @description Newest version of EPCIS that the caller reads */
                "GS1-EPCIS-Max"?: string;
                /** @description Oldest version of the vocabulary that the caller reads */
                "GS1-CBV-Min"?: string;
                /** @description Newest version of the vocabulary that the caller reads */
                "GS1-CBV-Max"?: string;
                /** @description How EPCs are to be written */
                "GS1-EPC-Format"?: "No_Preference" | "Always_GS1_Digital_Link" | "Always_EPC_URN" | "Never_Translates";
                /** @description How words of the vocabulary are to be written in XML */
                "GS1-CBV-XML-Format"?: "No_Preference" | "Always_Web_URI" | "Always_URN" | "Never_Translates";
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Values */
            200: {
                headers: {
                    /** @description When the next page's token ends */
                    "GS1-Next-Page-Token-Expires"?: string;
                    /** @description Address of the next page, rel="next"; absent on the last */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Collection"];
                    "application/ld+json": components["schemas"]["Collection"];
                    "application/xml": string;
                    "text/xml": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 406 */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem406"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 414 */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem414"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    describe__epcs_epcs_options: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resource is described by the headers */
            204: {
                headers: {
                    /** @description Methods of the resource */
                    Allow?: string;
                    /** @description Newest version of the vocabulary that is spoken */
                    "GS1-CBV-Max"?: string;
                    /** @description Oldest version of the vocabulary that is spoken */
                    "GS1-CBV-Min"?: string;
                    /** @description Version of the vocabulary that answers are written in */
                    "GS1-CBV-Version"?: string;
                    /** @description Writings of the vocabulary that can be asked for in XML */
                    "GS1-CBV-XML-Format"?: "No_Preference" | "Always_Web_URI" | "Always_URN" | "Never_Translates";
                    /** @description Writings of EPCs that can be asked for */
                    "GS1-EPC-Format"?: "No_Preference" | "Always_GS1_Digital_Link" | "Always_EPC_URN" | "Never_Translates";
                    /** @description Newest version of EPCIS that is spoken */
                    "GS1-EPCIS-Max"?: string;
                    /** @description Oldest version of EPCIS that is spoken */
                    "GS1-EPCIS-Min"?: string;
                    /** @description Version of EPCIS that answers are written in */
                    "GS1-EPCIS-Version"?: string;
                    /** @description Namespaces of extensions */
                    "GS1-Extensions"?: string;
                    /** @description Version of this server */
                    "GS1-Vendor-Version"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: see `/problems` for the types with status 414 */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem414"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    below_epcs_epcs__epc__get: {
        parameters: {
            query?: never;
            header?: {
                /** @description Oldest version of EPCIS that the caller reads */
                "GS1-EPCIS-Min"?: string;
                /** @description Newest version of EPCIS that the caller reads */
                "GS1-EPCIS-Max"?: string;
                /** @description Oldest version of the vocabulary that the caller reads */
                "GS1-CBV-Min"?: string;
                /** @description Newest version of the vocabulary that the caller reads */
                "GS1-CBV-Max"?: string;
            };
            path: {
                epc: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Names of what is below */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Collection"];
                    "application/ld+json": components["schemas"]["Collection"];
                    "application/xml": string;
                    "text/xml": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 406 */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem406"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 414 */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem414"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    describe__epcs__epc__epcs__epc__options: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                epc: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resource is described by the headers */
            204: {
                headers: {
                    /** @description Methods of the resource */
                    Allow?: string;
                    /** @description Newest version of the vocabulary that is spoken */
                    "GS1-CBV-Max"?: string;
                    /** @description Oldest version of the vocabulary that is spoken */
                    "GS1-CBV-Min"?: string;
                    /** @description Version of the vocabulary that answers are written in */
                    "GS1-CBV-Version"?: string;
                    /** @description Writings of the vocabulary that can be asked for in XML */
                    "GS1-CBV-XML-Format"?: "No_Preference" | "Always_Web_URI" | "Always_URN" | "Never_Translates";
                    /** @description Writings of EPCs that can be asked for */
                    "GS1-EPC-Format"?: "No_Preference" | "Always_GS1_Digital_Link" | "Always_EPC_URN" | "Never_Translates";
                    /** @description Newest version of EPCIS that is spoken */
                    "GS1-EPCIS-Max"?: string;
                    /** @description Oldest version of EPCIS that is spoken */
                    "GS1-EPCIS-Min"?: string;
                    /** @description Version of EPCIS that answers are written in */
                    "GS1-EPCIS-Version"?: string;
                    /** @description Namespaces of extensions */
                    "GS1-Extensions"?: string;
                    /** @description Version of this server */
                    "GS1-Vendor-Version"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 414 */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem414"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    events_of_epcs_epcs__epc__events_get: {
        parameters: {
            query?: {
                /** @description Most items of a page; at most `pageItems` of `/api/v1/network` */
                perPage?: number;
                /** @description From the `Link` of the page before */
                nextPageToken?: string;
                eventType?: string[];
                EQ_bizStep?: string[];
                EQ_disposition?: string[];
                EQ_persistentDisposition_set?: string[];
                EQ_persistentDisposition_unset?: string[];
                EQ_readPoint?: string[];
                WD_readPoint?: string[];
                EQ_bizLocation?: string[];
                WD_bizLocation?: string[];
                EQ_transformationID?: string[];
                MATCH_epc?: string[];
                MATCH_parentID?: string[];
                MATCH_inputEPC?: string[];
                MATCH_outputEPC?: string[];
                MATCH_epcClass?: string[];
                MATCH_inputEPCClass?: string[];
                MATCH_outputEPCClass?: string[];
                EQ_eventID?: string[];
                EQ_errorReason?: string[];
                EQ_correctiveEventID?: string[];
                EQ_type?: string[];
                EQ_deviceID?: string[];
                EQ_dataProcessingMethod?: string[];
                EQ_microorganism?: string[];
                EQ_chemicalSubstance?: string[];
                EQ_bizRules?: string[];
                EQ_stringValue?: string[];
                EQ_hexBinaryValue?: string[];
                EQ_uriValue?: string[];
                EQ_action?: ("ADD" | "OBSERVE" | "DELETE")[];
                GE_eventTime?: string;
                LT_eventTime?: string;
                GE_recordTime?: string;
                LT_recordTime?: string;
                GE_errorDeclarationTime?: string;
                LT_errorDeclarationTime?: string;
                GE_startTime?: string;
                LT_startTime?: string;
                GE_endTime?: string;
                LT_endTime?: string;
                EQ_quantity?: number;
                GT_quantity?: number;
                GE_quantity?: number;
                LT_quantity?: number;
                LE_quantity?: number;
                EXISTS_errorDeclaration?: boolean;
                EQ_booleanValue?: boolean;
                eventCountLimit?: number;
                maxEventCount?: number;
                orderBy?: string;
                orderDirection?: "ASC" | "DESC";
            };
            header?: {
                /** @description Oldest version of EPCIS that the caller reads */
                "GS1-EPCIS-Min"?: string;
                /** @description Newest version of EPCIS that the caller reads */
                "GS1-EPCIS-Max"?: string;
                /** @description Oldest version of the vocabulary that the caller reads */
                "GS1-CBV-Min"?: string;
                /** @description Newest version of the vocabulary that the caller reads */
                "GS1-CBV-Max"?: string;
                /** @description How EPCs are to be written */
                "GS1-EPC-Format"?: "No_Preference" | "Always_GS1_Digital_Link" | "Always_EPC_URN" | "Never_Translates";
                /** @description How words of the vocabulary are to be written in XML */
                "GS1-CBV-XML-Format"?: "No_Preference" | "Always_Web_URI" | "Always_URN" | "Never_Translates";
            };
            path: {
                epc: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Events */
            200: {
                headers: {
                    /** @description When the next page's token ends */
                    "GS1-Next-Page-Token-Expires"?: string;
                    /** @description Address of the next page, rel="next"; absent on the last */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EPCISQueryDocument"];
                    "application/ld+json": components["schemas"]["EPCISQueryDocument"];
                    "application/xml": string;
                    "text/xml": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 406 */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem406"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 413 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem413"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 414 */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem414"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    describe__epcs__epc__events_epcs__epc__events_options: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                epc: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resource is described by the headers */
            204: {
                headers: {
                    /** @description Methods of the resource */
                    Allow?: string;
                    /** @description Newest version of the vocabulary that is spoken */
                    "GS1-CBV-Max"?: string;
                    /** @description Oldest version of the vocabulary that is spoken */
                    "GS1-CBV-Min"?: string;
                    /** @description Version of the vocabulary that answers are written in */
                    "GS1-CBV-Version"?: string;
                    /** @description Writings of the vocabulary that can be asked for in XML */
                    "GS1-CBV-XML-Format"?: "No_Preference" | "Always_Web_URI" | "Always_URN" | "Never_Translates";
                    /** @description Writings of EPCs that can be asked for */
                    "GS1-EPC-Format"?: "No_Preference" | "Always_GS1_Digital_Link" | "Always_EPC_URN" | "Never_Translates";
                    /** @description Newest version of EPCIS that is spoken */
                    "GS1-EPCIS-Max"?: string;
                    /** @description Oldest version of EPCIS that is spoken */
                    "GS1-EPCIS-Min"?: string;
                    /** @description Version of EPCIS that answers are written in */
                    "GS1-EPCIS-Version"?: string;
                    /** @description Namespaces of extensions */
                    "GS1-Extensions"?: string;
                    /** @description Version of this server */
                    "GS1-Vendor-Version"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 414 */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem414"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    list_eventTypes_eventTypes_get: {
        parameters: {
            query?: {
                /** @description Most items of a page; at most `pageItems` of `/api/v1/network` */
                perPage?: number;
                /** @description From the `Link` of the page before */
                nextPageToken?: string;
            };
            header?: {
                /** @description Oldest version of EPCIS that the caller reads */
                "GS1-EPCIS-Min"?: string;
                /** @description Newest version of EPCIS that the caller reads */
                "GS1-EPCIS-Max"?: string;
                /** @description Oldest version of the vocabulary that the caller reads */
                "GS1-CBV-Min"?: string;
                /** @description Newest version of the vocabulary that the caller reads */
                "GS1-CBV-Max"?: string;
                /** @description How EPCs are to be written */
                "GS1-EPC-Format"?: "No_Preference" | "Always_GS1_Digital_Link" | "Always_EPC_URN" | "Never_Translates";
                /** @description How words of the vocabulary are to be written in XML */
                "GS1-CBV-XML-Format"?: "No_Preference" | "Always_Web_URI" | "Always_URN" | "Never_Translates";
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Values */
            200: {
                headers: {
                    /** @description When the next page's token ends */
                    "GS1-Next-Page-Token-Expires"?: string;
                    /** @description Address of the next page, rel="next"; absent on the last */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Collection"];
                    "application/ld+json": components["schemas"]["Collection"];
                    "application/xml": string;
                    "text/xml": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 406 */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem406"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 414 */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem414"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    describe__eventTypes_eventTypes_options: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resource is described by the headers */
            204: {
                headers: {
                    /** @description Methods of the resource */
                    Allow?: string;
                    /** @description Newest version of the vocabulary that is spoken */
                    "GS1-CBV-Max"?: string;
                    /** @description Oldest version of the vocabulary that is spoken */
                    "GS1-CBV-Min"?: string;
                    /** @description Version of the vocabulary that answers are written in */
                    "GS1-CBV-Version"?: string;
                    /** @description Writings of the vocabulary that can be asked for in XML */
                    "GS1-CBV-XML-Format"?: "No_Preference" | "Always_Web_URI" | "Always_URN" | "Never_Translates";
                    /** @description Writings of EPCs that can be asked for */
                    "GS1-EPC-Format"?: "No_Preference" | "Always_GS1_Digital_Link" | "Always_EPC_URN" | "Never_Translates";
                    /** @description Newest version of EPCIS that is spoken */
                    "GS1-EPCIS-Max"?: string;
                    /** @description Oldest version of EPCIS that is spoken */
                    "GS1-EPCIS-Min"?: string;
                    /** @description Version of EPCIS that answers are written in */
                    "GS1-EPCIS-Version"?: string;
                    /** @description Namespaces of extensions */
                    "GS1-Extensions"?: string;
                    /** @description Version of this server */
                    "GS1-Vendor-Version"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: see `/problems` for the types with status 414 */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem414"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    below_eventTypes_eventTypes__eventType__get: {
        parameters: {
            query?: never;
            header?: {
                /** @description Oldest version of EPCIS that the caller reads */
                "GS1-EPCIS-Min"?: string;
                /** @description Newest version of EPCIS that the caller reads */
                "GS1-EPCIS-Max"?: string;
                /** @description Oldest version of the vocabulary that the caller reads */
                "GS1-CBV-Min"?: string;
                /** @description Newest version of the vocabulary that the caller reads */
                "GS1-CBV-Max"?: string;
            };
            path: {
                eventType: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Names of what is below */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Collection"];
                    "application/ld+json": components["schemas"]["Collection"];
                    "application/xml": string;
                    "text/xml": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 406 */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem406"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 414 */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem414"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    describe__eventTypes__eventType__eventTypes__eventType__options: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                eventType: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resource is described by the headers */
            204: {
                headers: {
                    /** @description Methods of the resource */
                    Allow?: string;
                    /** @description Newest version of the vocabulary that is spoken */
                    "GS1-CBV-Max"?: string;
                    /** @description Oldest version of the vocabulary that is spoken */
                    "GS1-CBV-Min"?: string;
                    /** @description Version of the vocabulary that answers are written in */
                    "GS1-CBV-Version"?: string;
                    /** @description Writings of the vocabulary that can be asked for in XML */
                    "GS1-CBV-XML-Format"?: "No_Preference" | "Always_Web_URI" | "Always_URN" | "Never_Translates";
                    /** @description Writings of EPCs that can be asked for */
                    "GS1-EPC-Format"?: "No_Preference" | "Always_GS1_Digital_Link" | "Always_EPC_URN" | "Never_Translates";
                    /** @description Newest version of EPCIS that is spoken */
                    "GS1-EPCIS-Max"?: string;
                    /** @description Oldest version of EPCIS that is spoken */
                    "GS1-EPCIS-Min"?: string;
                    /** @description Version of EPCIS that answers are written in */
                    "GS1-EPCIS-Version"?: string;
                    /** @description Namespaces of extensions */
                    "GS1-Extensions"?: string;
                    /** @description Version of this server */
                    "GS1-Vendor-Version"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 414 */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem414"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    events_of_eventTypes_eventTypes__eventType__events_get: {
        parameters: {
            query?: {
                /** @description Most items of a page; at most `pageItems` of `/api/v1/network` */
                perPage?: number;
                /** @description From the `Link` of the page before */
                nextPageToken?: string;
                EQ_bizStep?: string[];
                EQ_disposition?: string[];
                EQ_persistentDisposition_set?: string[];
                EQ_persistentDisposition_unset?: string[];
                EQ_readPoint?: string[];
                WD_readPoint?: string[];
                EQ_bizLocation?: string[];
                WD_bizLocation?: string[];
                EQ_transformationID?: string[];
                MATCH_epc?: string[];
                MATCH_parentID?: string[];
                MATCH_inputEPC?: string[];
                MATCH_outputEPC?: string[];
                MATCH_anyEPC?: string[];
                MATCH_epcClass?: string[];
                MATCH_inputEPCClass?: string[];
                MATCH_outputEPCClass?: string[];
                MATCH_anyEPCClass?: string[];
                EQ_eventID?: string[];
                EQ_errorReason?: string[];
                EQ_correctiveEventID?: string[];
                EQ_type?: string[];
                EQ_deviceID?: string[];
                EQ_dataProcessingMethod?: string[];
                EQ_microorganism?: string[];
                EQ_chemicalSubstance?: string[];
                EQ_bizRules?: string[];
                EQ_stringValue?: string[];
                EQ_hexBinaryValue?: string[];
                EQ_uriValue?: string[];
                EQ_action?: ("ADD" | "OBSERVE" | "DELETE")[];
                GE_eventTime?: string;
                LT_eventTime?: string;
                GE_recordTime?: string;
                LT_recordTime?: string;
                GE_errorDeclarationTime?: string;
                LT_errorDeclarationTime?: string;
                GE_startTime?: string;
                LT_startTime?: string;
                GE_endTime?: string;
                LT_endTime?: string;
                EQ_quantity?: number;
                GT_quantity?: number;
                GE_quantity?: number;
                LT_quantity?: number;
                LE_quantity?: number;
                EXISTS_errorDeclaration?: boolean;
                EQ_booleanValue?: boolean;
                eventCountLimit?: number;
                maxEventCount?: number;
                orderBy?: string;
                orderDirection?: "ASC" | "DESC";
            };
            header?: {
                /** @description Oldest version of EPCIS that the caller reads */
                "GS1-EPCIS-Min"?: string;
                /** @description Newest version of EPCIS that the caller reads */
                "GS1-EPCIS-Max"?: string;
                /** @description Oldest version of the vocabulary that the caller reads */
                "GS1-CBV-Min"?: string;
                /** @description Newest version of the vocabulary that the caller reads */
                "GS1-CBV-Max"?: string;
                /** @description How EPCs are to be written */
                "GS1-EPC-Format"?: "No_Preference" | "Always_GS1_Digital_Link" | "Always_EPC_URN" | "Never_Translates";
                /** @description How words of the vocabulary are to be written in XML */
                "GS1-CBV-XML-Format"?: "No_Preference" | "Always_Web_URI" | "Always_URN" | "Never_Translates";
            };
            path: {
                eventType: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Events */
            200: {
                headers: {
                    /** @description When the next page's token ends */
                    "GS1-Next-Page-Token-Expires"?: string;
                    /** @description Address of the next page, rel="next"; absent on the last */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EPCISQueryDocument"];
                    "application/ld+json": components["schemas"]["EPCISQueryDocument"];
                    "application/xml": string;
                    "text/xml": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 406 */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem406"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 413 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem413"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 414 */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem414"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    describe__eventTypes__eventType__events_eventTypes__eventType__events_options: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                eventType: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resource is described by the headers */
            204: {
                headers: {
                    /** @description Methods of the resource */
                    Allow?: string;
                    /** @description Newest version of the vocabulary that is spoken */
                    "GS1-CBV-Max"?: string;
                    /** @description Oldest version of the vocabulary that is spoken */
                    "GS1-CBV-Min"?: string;
                    /** @description Version of the vocabulary that answers are written in */
                    "GS1-CBV-Version"?: string;
                    /** @description Writings of the vocabulary that can be asked for in XML */
                    "GS1-CBV-XML-Format"?: "No_Preference" | "Always_Web_URI" | "Always_URN" | "Never_Translates";
                    /** @description Writings of EPCs that can be asked for */
                    "GS1-EPC-Format"?: "No_Preference" | "Always_GS1_Digital_Link" | "Always_EPC_URN" | "Never_Translates";
                    /** @description Newest version of EPCIS that is spoken */
                    "GS1-EPCIS-Max"?: string;
                    /** @description Oldest version of EPCIS that is spoken */
                    "GS1-EPCIS-Min"?: string;
                    /** @description Version of EPCIS that answers are written in */
                    "GS1-EPCIS-Version"?: string;
                    /** @description Namespaces of extensions */
                    "GS1-Extensions"?: string;
                    /** @description Version of this server */
                    "GS1-Vendor-Version"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 414 */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem414"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    get_events_events_get: {
        parameters: {
            query?: {
                /** @description Most items of a page; at most `pageItems` of `/api/v1/network` */
                perPage?: number;
                /** @description From the `Link` of the page before */
                nextPageToken?: string;
                eventType?: string[];
                EQ_bizStep?: string[];
                EQ_disposition?: string[];
                EQ_persistentDisposition_set?: string[];
                EQ_persistentDisposition_unset?: string[];
                EQ_readPoint?: string[];
                WD_readPoint?: string[];
                EQ_bizLocation?: string[];
                WD_bizLocation?: string[];
                EQ_transformationID?: string[];
                MATCH_epc?: string[];
                MATCH_parentID?: string[];
                MATCH_inputEPC?: string[];
                MATCH_outputEPC?: string[];
                MATCH_anyEPC?: string[];
                MATCH_epcClass?: string[];
                MATCH_inputEPCClass?: string[];
                MATCH_outputEPCClass?: string[];
                MATCH_anyEPCClass?: string[];
                EQ_eventID?: string[];
                EQ_errorReason?: string[];
                EQ_correctiveEventID?: string[];
                EQ_type?: string[];
                EQ_deviceID?: string[];
                EQ_dataProcessingMethod?: string[];
                EQ_microorganism?: string[];
                EQ_chemicalSubstance?: string[];
                EQ_bizRules?: string[];
                EQ_stringValue?: string[];
                EQ_hexBinaryValue?: string[];
                EQ_uriValue?: string[];
                EQ_action?: ("ADD" | "OBSERVE" | "DELETE")[];
                GE_eventTime?: string;
                LT_eventTime?: string;
                GE_recordTime?: string;
                LT_recordTime?: string;
                GE_errorDeclarationTime?: string;
                LT_errorDeclarationTime?: string;
                GE_startTime?: string;
                LT_startTime?: string;
                GE_endTime?: string;
                LT_endTime?: string;
                EQ_quantity?: number;
                GT_quantity?: number;
                GE_quantity?: number;
                LT_quantity?: number;
                LE_quantity?: number;
                EXISTS_errorDeclaration?: boolean;
                EQ_booleanValue?: boolean;
                eventCountLimit?: number;
                maxEventCount?: number;
                orderBy?: string;
                orderDirection?: "ASC" | "DESC";
            };
            header?: {
                /** @description Oldest version of EPCIS that the caller reads */
                "GS1-EPCIS-Min"?: string;
                /** @description Newest version of EPCIS that the caller reads */
                "GS1-EPCIS-Max"?: string;
                /** @description Oldest version of the vocabulary that the caller reads */
                "GS1-CBV-Min"?: string;
                /** @description Newest version of the vocabulary that the caller reads */
                "GS1-CBV-Max"?: string;
                /** @description How EPCs are to be written */
                "GS1-EPC-Format"?: "No_Preference" | "Always_GS1_Digital_Link" | "Always_EPC_URN" | "Never_Translates";
                /** @description How words of the vocabulary are to be written in XML */
                "GS1-CBV-XML-Format"?: "No_Preference" | "Always_Web_URI" | "Always_URN" | "Never_Translates";
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Events */
            200: {
                headers: {
                    /** @description When the next page's token ends */
                    "GS1-Next-Page-Token-Expires"?: string;
                    /** @description Address of the next page, rel="next"; absent on the last */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EPCISQueryDocument"];
                    "application/ld+json": components["schemas"]["EPCISQueryDocument"];
                    "application/xml": string;
                    "text/xml": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 406 */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem406"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 413 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem413"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 414 */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem414"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    create_event_events_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description Version of EPCIS that the body is written in */
                "GS1-EPCIS-Version"?: string;
                /** @description Version of the vocabulary that the body uses */
                "GS1-CBV-Version"?: string;
                /** @description Who may read the events: `public`, `members` or `private`, with readers, groups and hidden fields */
                "Suyuan-Disclosure"?: string;
                /** @description How the events go to the chain */
                "Suyuan-Lane"?: "headed" | "anchored";
                /** @description Whether what is only warned of refuses an event too */
                "Suyuan-Strict"?: "true" | "false";
                /** @description How EPCs are to be written */
                "GS1-EPC-Format"?: "No_Preference" | "Always_GS1_Digital_Link" | "Always_EPC_URN" | "Never_Translates";
                /** @description How words of the vocabulary are to be written in XML */
                "GS1-CBV-XML-Format"?: "No_Preference" | "Always_Web_URI" | "Always_URN" | "Never_Translates";
            };
            path?: never;
            cookie?: never;
        };
        /** @description One event */
        requestBody: {
            content: {
                "application/json": components["schemas"]["EPCISEvent"];
                "application/ld+json": components["schemas"]["EPCISEvent"];
            };
        };
        responses: {
            /** @description The event as it is kept */
            201: {
                headers: {
                    /** @description Address of the event */
                    Location?: string;
                    /** @description Address of the capture job */
                    "Suyuan-Job"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EPCISEvent"];
                    "application/ld+json": components["schemas"]["EPCISEvent"];
                };
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 403 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem403"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 406 */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem406"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 409 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem409"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 413 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem413"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 414 */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem414"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 415 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem415"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    describe__events_events_options: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resource is described by the headers */
            204: {
                headers: {
                    /** @description Methods of the resource */
                    Allow?: string;
                    /** @description Newest version of the vocabulary that is spoken */
                    "GS1-CBV-Max"?: string;
                    /** @description Oldest version of the vocabulary that is spoken */
                    "GS1-CBV-Min"?: string;
                    /** @description Version of the vocabulary that answers are written in */
                    "GS1-CBV-Version"?: string;
                    /** @description Writings of the vocabulary that can be asked for in XML */
                    "GS1-CBV-XML-Format"?: "No_Preference" | "Always_Web_URI" | "Always_URN" | "Never_Translates";
                    /** @description What can be done with the rest where one event is refused */
                    "GS1-Capture-Error-Behaviour"?: "rollback" | "proceed" | "all";
                    /** @description Writings of EPCs that can be asked for */
                    "GS1-EPC-Format"?: "No_Preference" | "Always_GS1_Digital_Link" | "Always_EPC_URN" | "Never_Translates";
                    /** @description Most octets of one request */
                    "GS1-EPCIS-Capture-File-Size-Limit"?: number;
                    /** @description Most events of one request */
                    "GS1-EPCIS-Capture-Limit"?: number;
                    /** @description Newest version of EPCIS that is spoken */
                    "GS1-EPCIS-Max"?: string;
                    /** @description Oldest version of EPCIS that is spoken */
                    "GS1-EPCIS-Min"?: string;
                    /** @description Version of EPCIS that answers are written in */
                    "GS1-EPCIS-Version"?: string;
                    /** @description Namespaces of extensions */
                    "GS1-Extensions"?: string;
                    /** @description Version of this server */
                    "GS1-Vendor-Version"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: see `/problems` for the types with status 414 */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem414"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    get_event_events__eventID__get: {
        parameters: {
            query?: never;
            header?: {
                /** @description Oldest version of EPCIS that the caller reads */
                "GS1-EPCIS-Min"?: string;
                /** @description Newest version of EPCIS that the caller reads */
                "GS1-EPCIS-Max"?: string;
                /** @description Oldest version of the vocabulary that the caller reads */
                "GS1-CBV-Min"?: string;
                /** @description Newest version of the vocabulary that the caller reads */
                "GS1-CBV-Max"?: string;
                /** @description How EPCs are to be written */
                "GS1-EPC-Format"?: "No_Preference" | "Always_GS1_Digital_Link" | "Always_EPC_URN" | "Never_Translates";
                /** @description How words of the vocabulary are to be written in XML */
                "GS1-CBV-XML-Format"?: "No_Preference" | "Always_Web_URI" | "Always_URN" | "Never_Translates";
            };
            path: {
                eventID: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The event, and declarations that it was wrong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EPCISQueryDocument"];
                    "application/ld+json": components["schemas"]["EPCISQueryDocument"];
                    "application/xml": string;
                    "text/xml": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 406 */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem406"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 413 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem413"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 414 */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem414"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    describe__events__eventID__events__eventID__options: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                eventID: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resource is described by the headers */
            204: {
                headers: {
                    /** @description Methods of the resource */
                    Allow?: string;
                    /** @description Newest version of the vocabulary that is spoken */
                    "GS1-CBV-Max"?: string;
                    /** @description Oldest version of the vocabulary that is spoken */
                    "GS1-CBV-Min"?: string;
                    /** @description Version of the vocabulary that answers are written in */
                    "GS1-CBV-Version"?: string;
                    /** @description Writings of the vocabulary that can be asked for in XML */
                    "GS1-CBV-XML-Format"?: "No_Preference" | "Always_Web_URI" | "Always_URN" | "Never_Translates";
                    /** @description Writings of EPCs that can be asked for */
                    "GS1-EPC-Format"?: "No_Preference" | "Always_GS1_Digital_Link" | "Always_EPC_URN" | "Never_Translates";
                    /** @description Newest version of EPCIS that is spoken */
                    "GS1-EPCIS-Max"?: string;
                    /** @description Oldest version of EPCIS that is spoken */
                    "GS1-EPCIS-Min"?: string;
                    /** @description Version of EPCIS that answers are written in */
                    "GS1-EPCIS-Version"?: string;
                    /** @description Namespaces of extensions */
                    "GS1-Extensions"?: string;
                    /** @description Version of this server */
                    "GS1-Vendor-Version"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 414 */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem414"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    healthz_healthz_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AliveView"];
                };
            };
        };
    };
    enter_links_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
        };
    };
    act_links_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["Body_act_links_post"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 403 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem403"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 409 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem409"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 413 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem413"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 415 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem415"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    linkset_context_linkset_context_jsonld_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": {
                        "@context"?: Record<string, never>;
                    };
                };
            };
        };
    };
    look_up_lookup_get: {
        parameters: {
            query: {
                code: string;
                lang?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    metrics_metrics_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    delete_token_nextPageToken__token__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 406 */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem406"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 414 */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem414"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    describe__nextPageToken__token__nextPageToken__token__options: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resource is described by the headers */
            204: {
                headers: {
                    /** @description Methods of the resource */
                    Allow?: string;
                    /** @description Newest version of the vocabulary that is spoken */
                    "GS1-CBV-Max"?: string;
                    /** @description Oldest version of the vocabulary that is spoken */
                    "GS1-CBV-Min"?: string;
                    /** @description Version of the vocabulary that answers are written in */
                    "GS1-CBV-Version"?: string;
                    /** @description Writings of the vocabulary that can be asked for in XML */
                    "GS1-CBV-XML-Format"?: "No_Preference" | "Always_Web_URI" | "Always_URN" | "Never_Translates";
                    /** @description Writings of EPCs that can be asked for */
                    "GS1-EPC-Format"?: "No_Preference" | "Always_GS1_Digital_Link" | "Always_EPC_URN" | "Never_Translates";
                    /** @description Newest version of EPCIS that is spoken */
                    "GS1-EPCIS-Max"?: string;
                    /** @description Oldest version of EPCIS that is spoken */
                    "GS1-EPCIS-Min"?: string;
                    /** @description Version of EPCIS that answers are written in */
                    "GS1-EPCIS-Version"?: string;
                    /** @description Namespaces of extensions */
                    "GS1-Extensions"?: string;
                    /** @description Version of this server */
                    "GS1-Vendor-Version"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 414 */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem414"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    passport_passport__rest__get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": {
                        "@context"?: unknown;
                        id?: string;
                    };
                };
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 406 */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem406"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 503 */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem503"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    list_problems_problems_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
        };
    };
    get_problem_problems__name__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    list_queries_queries_get: {
        parameters: {
            query?: {
                /** @description Most items of a page; at most `pageItems` of `/api/v1/network` */
                perPage?: number;
                /** @description From the `Link` of the page before */
                nextPageToken?: string;
            };
            header?: {
                /** @description Oldest version of EPCIS that the caller reads */
                "GS1-EPCIS-Min"?: string;
                /** @description Newest version of EPCIS that the caller reads */
                "GS1-EPCIS-Max"?: string;
                /** @description Oldest version of the vocabulary that the caller reads */
                "GS1-CBV-Min"?: string;
                /** @description Newest version of the vocabulary that the caller reads */
                "GS1-CBV-Max"?: string;
                /** @description How EPCs are to be written */
                "GS1-EPC-Format"?: "No_Preference" | "Always_GS1_Digital_Link" | "Always_EPC_URN" | "Never_Translates";
                /** @description How words of the vocabulary are to be written in XML */
                "GS1-CBV-XML-Format"?: "No_Preference" | "Always_Web_URI" | "Always_URN" | "Never_Translates";
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    /** @description When the next page's token ends */
                    "GS1-Next-Page-Token-Expires"?: string;
                    /** @description Address of the next page, rel="next"; absent on the last */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueryDefinition"][];
                };
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 403 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem403"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 406 */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem406"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 414 */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem414"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    create_query_queries_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description Version of EPCIS that the body is written in */
                "GS1-EPCIS-Version"?: string;
                /** @description Version of the vocabulary that the body uses */
                "GS1-CBV-Version"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QueryDefinition"];
            };
        };
        responses: {
            /** @description Kept */
            201: {
                headers: {
                    /** @description Address of the query */
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 403 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem403"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 406 */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem406"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 409 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem409"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 413 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem413"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 414 */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem414"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 415 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem415"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    describe__queries_queries_options: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resource is described by the headers */
            204: {
                headers: {
                    /** @description Methods of the resource */
                    Allow?: string;
                    /** @description Newest version of the vocabulary that is spoken */
                    "GS1-CBV-Max"?: string;
                    /** @description Oldest version of the vocabulary that is spoken */
                    "GS1-CBV-Min"?: string;
                    /** @description Version of the vocabulary that answers are written in */
                    "GS1-CBV-Version"?: string;
                    /** @description Writings of the vocabulary that can be asked for in XML */
                    "GS1-CBV-XML-Format"?: "No_Preference" | "Always_Web_URI" | "Always_URN" | "Never_Translates";
                    /** @description Writings of EPCs that can be asked for */
                    "GS1-EPC-Format"?: "No_Preference" | "Always_GS1_Digital_Link" | "Always_EPC_URN" | "Never_Translates";
                    /** @description Newest version of EPCIS that is spoken */
                    "GS1-EPCIS-Max"?: string;
                    /** @description Oldest version of EPCIS that is spoken */
                    "GS1-EPCIS-Min"?: string;
                    /** @description Version of EPCIS that answers are written in */
                    "GS1-EPCIS-Version"?: string;
                    /** @description Namespaces of extensions */
                    "GS1-Extensions"?: string;
                    /** @description Version of this server */
                    "GS1-Vendor-Version"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: see `/problems` for the types with status 414 */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem414"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    get_query_queries__queryName__get: {
        parameters: {
            query?: never;
            header?: {
                /** @description Oldest version of EPCIS that the caller reads */
                "GS1-EPCIS-Min"?: string;
                /** @description Newest version of EPCIS that the caller reads */
                "GS1-EPCIS-Max"?: string;
                /** @description Oldest version of the vocabulary that the caller reads */
                "GS1-CBV-Min"?: string;
                /** @description Newest version of the vocabulary that the caller reads */
                "GS1-CBV-Max"?: string;
            };
            path: {
                /** @description Name of a query */
                queryName: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueryDefinition"];
                };
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 403 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem403"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 406 */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem406"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 414 */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem414"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    remove_query_queries__queryName__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name of a query */
                queryName: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 403 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem403"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 406 */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem406"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 409 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem409"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 414 */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem414"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    describe__queries__queryName__queries__queryName__options: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                queryName: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resource is described by the headers */
            204: {
                headers: {
                    /** @description Methods of the resource */
                    Allow?: string;
                    /** @description Newest version of the vocabulary that is spoken */
                    "GS1-CBV-Max"?: string;
                    /** @description Oldest version of the vocabulary that is spoken */
                    "GS1-CBV-Min"?: string;
                    /** @description Version of the vocabulary that answers are written in */
                    "GS1-CBV-Version"?: string;
                    /** @description Writings of the vocabulary that can be asked for in XML */
                    "GS1-CBV-XML-Format"?: "No_Preference" | "Always_Web_URI" | "Always_URN" | "Never_Translates";
                    /** @description Writings of EPCs that can be asked for */
                    "GS1-EPC-Format"?: "No_Preference" | "Always_GS1_Digital_Link" | "Always_EPC_URN" | "Never_Translates";
                    /** @description Newest version of EPCIS that is spoken */
                    "GS1-EPCIS-Max"?: string;
                    /** @description Oldest version of EPCIS that is spoken */
                    "GS1-EPCIS-Min"?: string;
                    /** @description Version of EPCIS that answers are written in */
                    "GS1-EPCIS-Version"?: string;
                    /** @description Namespaces of extensions */
                    "GS1-Extensions"?: string;
                    /** @description Version of this server */
                    "GS1-Vendor-Version"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 414 */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem414"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    query_events_queries__queryName__events_get: {
        parameters: {
            query?: {
                /** @description Most items of a page; at most `pageItems` of `/api/v1/network` */
                perPage?: number;
                /** @description From the `Link` of the page before */
                nextPageToken?: string;
            };
            header?: {
                /** @description Oldest version of EPCIS that the caller reads */
                "GS1-EPCIS-Min"?: string;
                /** @description Newest version of EPCIS that the caller reads */
                "GS1-EPCIS-Max"?: string;
                /** @description Oldest version of the vocabulary that the caller reads */
                "GS1-CBV-Min"?: string;
                /** @description Newest version of the vocabulary that the caller reads */
                "GS1-CBV-Max"?: string;
                /** @description How EPCs are to be written */
                "GS1-EPC-Format"?: "No_Preference" | "Always_GS1_Digital_Link" | "Always_EPC_URN" | "Never_Translates";
                /** @description How words of the vocabulary are to be written in XML */
                "GS1-CBV-XML-Format"?: "No_Preference" | "Always_Web_URI" | "Always_URN" | "Never_Translates";
            };
            path: {
                /** @description Name of a query */
                queryName: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description With `Upgrade: websocket`: the events as they come, by schedule or as a stream */
            101: {
                headers: {
                    /** @description Least record time of the events that will come */
                    "GS1-Query-Min-Record-Time"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Events */
            200: {
                headers: {
                    /** @description When the next page's token ends */
                    "GS1-Next-Page-Token-Expires"?: string;
                    /** @description Address of the next page, rel="next"; absent on the last */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EPCISQueryDocument"];
                    "application/ld+json": components["schemas"]["EPCISQueryDocument"];
                    "application/xml": string;
                    "text/xml": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 406 */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem406"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 413 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem413"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 414 */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem414"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    describe__queries__queryName__events_queries__queryName__events_options: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                queryName: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resource is described by the headers */
            204: {
                headers: {
                    /** @description Methods of the resource */
                    Allow?: string;
                    /** @description Newest version of the vocabulary that is spoken */
                    "GS1-CBV-Max"?: string;
                    /** @description Oldest version of the vocabulary that is spoken */
                    "GS1-CBV-Min"?: string;
                    /** @description Version of the vocabulary that answers are written in */
                    "GS1-CBV-Version"?: string;
                    /** @description Writings of the vocabulary that can be asked for in XML */
                    "GS1-CBV-XML-Format"?: "No_Preference" | "Always_Web_URI" | "Always_URN" | "Never_Translates";
                    /** @description Writings of EPCs that can be asked for */
                    "GS1-EPC-Format"?: "No_Preference" | "Always_GS1_Digital_Link" | "Always_EPC_URN" | "Never_Translates";
                    /** @description Newest version of EPCIS that is spoken */
                    "GS1-EPCIS-Max"?: string;
                    /** @description Oldest version of EPCIS that is spoken */
                    "GS1-EPCIS-Min"?: string;
                    /** @description Version of EPCIS that answers are written in */
                    "GS1-EPCIS-Version"?: string;
                    /** @description Namespaces of extensions */
                    "GS1-Extensions"?: string;
                    /** @description Version of this server */
                    "GS1-Vendor-Version"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 414 */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem414"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    list_subscriptions_queries__queryName__subscriptions_get: {
        parameters: {
            query?: {
                /** @description Most items of a page; at most `pageItems` of `/api/v1/network` */
                perPage?: number;
                /** @description From the `Link` of the page before */
                nextPageToken?: string;
            };
            header?: {
                /** @description Oldest version of EPCIS that the caller reads */
                "GS1-EPCIS-Min"?: string;
                /** @description Newest version of EPCIS that the caller reads */
                "GS1-EPCIS-Max"?: string;
                /** @description Oldest version of the vocabulary that the caller reads */
                "GS1-CBV-Min"?: string;
                /** @description Newest version of the vocabulary that the caller reads */
                "GS1-CBV-Max"?: string;
                /** @description How EPCs are to be written */
                "GS1-EPC-Format"?: "No_Preference" | "Always_GS1_Digital_Link" | "Always_EPC_URN" | "Never_Translates";
                /** @description How words of the vocabulary are to be written in XML */
                "GS1-CBV-XML-Format"?: "No_Preference" | "Always_Web_URI" | "Always_URN" | "Never_Translates";
            };
            path: {
                /** @description Name of a query */
                queryName: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    /** @description When the next page's token ends */
                    "GS1-Next-Page-Token-Expires"?: string;
                    /** @description Address of the next page, rel="next"; absent on the last */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscriptionView"][];
                };
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 403 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem403"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 406 */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem406"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 414 */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem414"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    create_subscription_queries__queryName__subscriptions_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description Version of EPCIS that the body is written in */
                "GS1-EPCIS-Version"?: string;
                /** @description Version of the vocabulary that the body uses */
                "GS1-CBV-Version"?: string;
                /** @description How EPCs are to be written */
                "GS1-EPC-Format"?: "No_Preference" | "Always_GS1_Digital_Link" | "Always_EPC_URN" | "Never_Translates";
                /** @description How words of the vocabulary are to be written in XML */
                "GS1-CBV-XML-Format"?: "No_Preference" | "Always_Web_URI" | "Always_URN" | "Never_Translates";
            };
            path: {
                /** @description Name of a query */
                queryName: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubscriptionBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    /** @description Address of the subscription */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscriptionView"];
                };
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 403 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem403"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 406 */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem406"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 409 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem409"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 413 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem413"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 414 */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem414"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 415 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem415"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    describe__queries__queryName__subscriptions_queries__queryName__subscriptions_options: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                queryName: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resource is described by the headers */
            204: {
                headers: {
                    /** @description Methods of the resource */
                    Allow?: string;
                    /** @description Newest version of the vocabulary that is spoken */
                    "GS1-CBV-Max"?: string;
                    /** @description Oldest version of the vocabulary that is spoken */
                    "GS1-CBV-Min"?: string;
                    /** @description Version of the vocabulary that answers are written in */
                    "GS1-CBV-Version"?: string;
                    /** @description Writings of the vocabulary that can be asked for in XML */
                    "GS1-CBV-XML-Format"?: "No_Preference" | "Always_Web_URI" | "Always_URN" | "Never_Translates";
                    /** @description Writings of EPCs that can be asked for */
                    "GS1-EPC-Format"?: "No_Preference" | "Always_GS1_Digital_Link" | "Always_EPC_URN" | "Never_Translates";
                    /** @description Newest version of EPCIS that is spoken */
                    "GS1-EPCIS-Max"?: string;
                    /** @description Oldest version of EPCIS that is spoken */
                    "GS1-EPCIS-Min"?: string;
                    /** @description Version of EPCIS that answers are written in */
                    "GS1-EPCIS-Version"?: string;
                    /** @description Namespaces of extensions */
                    "GS1-Extensions"?: string;
                    /** @description Version of this server */
                    "GS1-Vendor-Version"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 414 */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem414"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    get_subscription_queries__queryName__subscriptions__subscriptionID__get: {
        parameters: {
            query?: never;
            header?: {
                /** @description Oldest version of EPCIS that the caller reads */
                "GS1-EPCIS-Min"?: string;
                /** @description Newest version of EPCIS that the caller reads */
                "GS1-EPCIS-Max"?: string;
                /** @description Oldest version of the vocabulary that the caller reads */
                "GS1-CBV-Min"?: string;
                /** @description Newest version of the vocabulary that the caller reads */
                "GS1-CBV-Max"?: string;
            };
            path: {
                /** @description Name of a query */
                queryName: string;
                /** @description From the answer that made the subscription */
                subscriptionID: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscriptionView"];
                };
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 403 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem403"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 406 */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem406"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 414 */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem414"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    remove_subscription_queries__queryName__subscriptions__subscriptionID__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name of a query */
                queryName: string;
                /** @description From the answer that made the subscription */
                subscriptionID: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 403 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem403"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 406 */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem406"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 409 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem409"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 414 */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem414"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    describe__queries__queryName__subscriptions__subscriptionID__queries__queryName__subscriptions__subscriptionID__options: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                queryName: string;
                subscriptionID: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resource is described by the headers */
            204: {
                headers: {
                    /** @description Methods of the resource */
                    Allow?: string;
                    /** @description Newest version of the vocabulary that is spoken */
                    "GS1-CBV-Max"?: string;
                    /** @description Oldest version of the vocabulary that is spoken */
                    "GS1-CBV-Min"?: string;
                    /** @description Version of the vocabulary that answers are written in */
                    "GS1-CBV-Version"?: string;
                    /** @description Writings of the vocabulary that can be asked for in XML */
                    "GS1-CBV-XML-Format"?: "No_Preference" | "Always_Web_URI" | "Always_URN" | "Never_Translates";
                    /** @description Writings of EPCs that can be asked for */
                    "GS1-EPC-Format"?: "No_Preference" | "Always_GS1_Digital_Link" | "Always_EPC_URN" | "Never_Translates";
                    /** @description Newest version of EPCIS that is spoken */
                    "GS1-EPCIS-Max"?: string;
                    /** @description Oldest version of EPCIS that is spoken */
                    "GS1-EPCIS-Min"?: string;
                    /** @description Version of EPCIS that answers are written in */
                    "GS1-EPCIS-Version"?: string;
                    /** @description Namespaces of extensions */
                    "GS1-Extensions"?: string;
                    /** @description Version of this server */
                    "GS1-Vendor-Version"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 414 */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem414"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    list_readPoints_readPoints_get: {
        parameters: {
            query?: {
                /** @description Most items of a page; at most `pageItems` of `/api/v1/network` */
                perPage?: number;
                /** @description From the `Link` of the page before */
                nextPageToken?: string;
            };
            header?: {
                /** @description Oldest version of EPCIS that the caller reads */
                "GS1-EPCIS-Min"?: string;
                /** @description Newest version of EPCIS that the caller reads */
                "GS1-EPCIS-Max"?: string;
                /** @description Oldest version of the vocabulary that the caller reads */
                "GS1-CBV-Min"?: string;
                /** @description Newest version of the vocabulary that the caller reads */
                "GS1-CBV-Max"?: string;
                /** @description How EPCs are to be written */
                "GS1-EPC-Format"?: "No_Preference" | "Always_GS1_Digital_Link" | "Always_EPC_URN" | "Never_Translates";
                /** @description How words of the vocabulary are to be written in XML */
                "GS1-CBV-XML-Format"?: "No_Preference" | "Always_Web_URI" | "Always_URN" | "Never_Translates";
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Values */
            200: {
                headers: {
                    /** @description When the next page's token ends */
                    "GS1-Next-Page-Token-Expires"?: string;
                    /** @description Address of the next page, rel="next"; absent on the last */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Collection"];
                    "application/ld+json": components["schemas"]["Collection"];
                    "application/xml": string;
                    "text/xml": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 406 */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem406"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 414 */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem414"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    describe__readPoints_readPoints_options: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resource is described by the headers */
            204: {
                headers: {
                    /** @description Methods of the resource */
                    Allow?: string;
                    /** @description Newest version of the vocabulary that is spoken */
                    "GS1-CBV-Max"?: string;
                    /** @description Oldest version of the vocabulary that is spoken */
                    "GS1-CBV-Min"?: string;
                    /** @description Version of the vocabulary that answers are written in */
                    "GS1-CBV-Version"?: string;
                    /** @description Writings of the vocabulary that can be asked for in XML */
                    "GS1-CBV-XML-Format"?: "No_Preference" | "Always_Web_URI" | "Always_URN" | "Never_Translates";
                    /** @description Writings of EPCs that can be asked for */
                    "GS1-EPC-Format"?: "No_Preference" | "Always_GS1_Digital_Link" | "Always_EPC_URN" | "Never_Translates";
                    /** @description Newest version of EPCIS that is spoken */
                    "GS1-EPCIS-Max"?: string;
                    /** @description Oldest version of EPCIS that is spoken */
                    "GS1-EPCIS-Min"?: string;
                    /** @description Version of EPCIS that answers are written in */
                    "GS1-EPCIS-Version"?: string;
                    /** @description Namespaces of extensions */
                    "GS1-Extensions"?: string;
                    /** @description Version of this server */
                    "GS1-Vendor-Version"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: see `/problems` for the types with status 414 */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem414"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    below_readPoints_readPoints__readPoint__get: {
        parameters: {
            query?: never;
            header?: {
                /** @description Oldest version of EPCIS that the caller reads */
                "GS1-EPCIS-Min"?: string;
                /** @description Newest version of EPCIS that the caller reads */
                "GS1-EPCIS-Max"?: string;
                /** @description Oldest version of the vocabulary that the caller reads */
                "GS1-CBV-Min"?: string;
                /** @description Newest version of the vocabulary that the caller reads */
                "GS1-CBV-Max"?: string;
            };
            path: {
                readPoint: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Names of what is below */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Collection"];
                    "application/ld+json": components["schemas"]["Collection"];
                    "application/xml": string;
                    "text/xml": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 406 */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem406"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 414 */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem414"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    describe__readPoints__readPoint__readPoints__readPoint__options: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                readPoint: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resource is described by the headers */
            204: {
                headers: {
                    /** @description Methods of the resource */
                    Allow?: string;
                    /** @description Newest version of the vocabulary that is spoken */
                    "GS1-CBV-Max"?: string;
                    /** @description Oldest version of the vocabulary that is spoken */
                    "GS1-CBV-Min"?: string;
                    /** @description Version of the vocabulary that answers are written in */
                    "GS1-CBV-Version"?: string;
                    /** @description Writings of the vocabulary that can be asked for in XML */
                    "GS1-CBV-XML-Format"?: "No_Preference" | "Always_Web_URI" | "Always_URN" | "Never_Translates";
                    /** @description Writings of EPCs that can be asked for */
                    "GS1-EPC-Format"?: "No_Preference" | "Always_GS1_Digital_Link" | "Always_EPC_URN" | "Never_Translates";
                    /** @description Newest version of EPCIS that is spoken */
                    "GS1-EPCIS-Max"?: string;
                    /** @description Oldest version of EPCIS that is spoken */
                    "GS1-EPCIS-Min"?: string;
                    /** @description Version of EPCIS that answers are written in */
                    "GS1-EPCIS-Version"?: string;
                    /** @description Namespaces of extensions */
                    "GS1-Extensions"?: string;
                    /** @description Version of this server */
                    "GS1-Vendor-Version"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 414 */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem414"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    events_of_readPoints_readPoints__readPoint__events_get: {
        parameters: {
            query?: {
                /** @description Most items of a page; at most `pageItems` of `/api/v1/network` */
                perPage?: number;
                /** @description From the `Link` of the page before */
                nextPageToken?: string;
                eventType?: string[];
                EQ_bizStep?: string[];
                EQ_disposition?: string[];
                EQ_persistentDisposition_set?: string[];
                EQ_persistentDisposition_unset?: string[];
                WD_readPoint?: string[];
                EQ_bizLocation?: string[];
                WD_bizLocation?: string[];
                EQ_transformationID?: string[];
                MATCH_epc?: string[];
                MATCH_parentID?: string[];
                MATCH_inputEPC?: string[];
                MATCH_outputEPC?: string[];
                MATCH_anyEPC?: string[];
                MATCH_epcClass?: string[];
                MATCH_inputEPCClass?: string[];
                MATCH_outputEPCClass?: string[];
                MATCH_anyEPCClass?: string[];
                EQ_eventID?: string[];
                EQ_errorReason?: string[];
                EQ_correctiveEventID?: string[];
                EQ_type?: string[];
                EQ_deviceID?: string[];
                EQ_dataProcessingMethod?: string[];
                EQ_microorganism?: string[];
                EQ_chemicalSubstance?: string[];
                EQ_bizRules?: string[];
                EQ_stringValue?: string[];
                EQ_hexBinaryValue?: string[];
                EQ_uriValue?: string[];
                EQ_action?: ("ADD" | "OBSERVE" | "DELETE")[];
                GE_eventTime?: string;
                LT_eventTime?: string;
                GE_recordTime?: string;
                LT_recordTime?: string;
                GE_errorDeclarationTime?: string;
                LT_errorDeclarationTime?: string;
                GE_startTime?: string;
                LT_startTime?: string;
                GE_endTime?: string;
                LT_endTime?: string;
                EQ_quantity?: number;
                GT_quantity?: number;
                GE_quantity?: number;
                LT_quantity?: number;
                LE_quantity?: number;
                EXISTS_errorDeclaration?: boolean;
                EQ_booleanValue?: boolean;
                eventCountLimit?: number;
                maxEventCount?: number;
                orderBy?: string;
                orderDirection?: "ASC" | "DESC";
            };
            header?: {
                /** @description Oldest version of EPCIS that the caller reads */
                "GS1-EPCIS-Min"?: string;
                /** @description Newest version of EPCIS that the caller reads */
                "GS1-EPCIS-Max"?: string;
                /** @description Oldest version of the vocabulary that the caller reads */
                "GS1-CBV-Min"?: string;
                /** @description Newest version of the vocabulary that the caller reads */
                "GS1-CBV-Max"?: string;
                /** @description How EPCs are to be written */
                "GS1-EPC-Format"?: "No_Preference" | "Always_GS1_Digital_Link" | "Always_EPC_URN" | "Never_Translates";
                /** @description How words of the vocabulary are to be written in XML */
                "GS1-CBV-XML-Format"?: "No_Preference" | "Always_Web_URI" | "Always_URN" | "Never_Translates";
            };
            path: {
                readPoint: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Events */
            200: {
                headers: {
                    /** @description When the next page's token ends */
                    "GS1-Next-Page-Token-Expires"?: string;
                    /** @description Address of the next page, rel="next"; absent on the last */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EPCISQueryDocument"];
                    "application/ld+json": components["schemas"]["EPCISQueryDocument"];
                    "application/xml": string;
                    "text/xml": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 406 */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem406"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 413 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem413"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 414 */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem414"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    describe__readPoints__readPoint__events_readPoints__readPoint__events_options: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                readPoint: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resource is described by the headers */
            204: {
                headers: {
                    /** @description Methods of the resource */
                    Allow?: string;
                    /** @description Newest version of the vocabulary that is spoken */
                    "GS1-CBV-Max"?: string;
                    /** @description Oldest version of the vocabulary that is spoken */
                    "GS1-CBV-Min"?: string;
                    /** @description Version of the vocabulary that answers are written in */
                    "GS1-CBV-Version"?: string;
                    /** @description Writings of the vocabulary that can be asked for in XML */
                    "GS1-CBV-XML-Format"?: "No_Preference" | "Always_Web_URI" | "Always_URN" | "Never_Translates";
                    /** @description Writings of EPCs that can be asked for */
                    "GS1-EPC-Format"?: "No_Preference" | "Always_GS1_Digital_Link" | "Always_EPC_URN" | "Never_Translates";
                    /** @description Newest version of EPCIS that is spoken */
                    "GS1-EPCIS-Max"?: string;
                    /** @description Oldest version of EPCIS that is spoken */
                    "GS1-EPCIS-Min"?: string;
                    /** @description Version of EPCIS that answers are written in */
                    "GS1-EPCIS-Version"?: string;
                    /** @description Namespaces of extensions */
                    "GS1-Extensions"?: string;
                    /** @description Version of this server */
                    "GS1-Vendor-Version"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 414 */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EpcisProblem414"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    readyz_readyz_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadyView"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadyView"];
                };
            };
        };
    };
    recall_status_recall_status__rest__get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecallContent"];
                };
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    scan_scan_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    open_verdict_verdict__rest__get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 406 */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem406"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 503 */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem503"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
    verify_identifier_verify__rest__get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Verification"];
                };
            };
            /** @description Refused: see `/problems` for the types with status 400 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem400"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 401 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem401"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
            /** @description Refused: see `/problems` for the types with status 404 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem404"];
                    "application/problem+xml": string;
                    "text/html": string;
                };
            };
        };
    };
}
