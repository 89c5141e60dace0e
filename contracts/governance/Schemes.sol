// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IPrefixes} from "../interfaces/IPrefixes.sol";
import {Governed} from "./Governed.sol";

/// @title The schemes that prefixes are granted from
abstract contract Schemes is IPrefixes, Governed {
    struct Scheme {
        bool registered;
        bytes1 separator;
        uint8 shortest;
        uint8 longest;
    }

    /// @dev Bound of every walk over the levels of a prefix.
    uint8 private constant _LONGEST = 64;

    mapping(bytes32 schemeHash => Scheme) private _schemes;

    /// @inheritdoc IPrefixes
    function registerScheme(string calldata scheme, bytes1 separator, uint8 shortest, uint8 longest)
        external
        onlyAuthority
    {
        if (shortest == 0 || shortest > longest || longest > _LONGEST || !_isSchemeName(bytes(scheme))) {
            revert SchemeMalformed(scheme, shortest, longest);
        }
        Scheme storage registered = _schemes[keccak256(bytes(scheme))];
        if (registered.registered) revert SchemeExists(scheme);
        _schemes[keccak256(bytes(scheme))] = Scheme(true, separator, shortest, longest);
        emit SchemeRegistered(scheme, separator, shortest, longest);
    }

    /// @inheritdoc IPrefixes
    function schemeOf(string calldata scheme)
        external
        view
        returns (bool registered, bytes1 separator, uint8 shortest, uint8 longest)
    {
        Scheme storage found = _schemes[keccak256(bytes(scheme))];
        return (found.registered, found.separator, found.shortest, found.longest);
    }

    function _rulesOf(string calldata scheme) internal view returns (Scheme memory rules) {
        rules = _schemes[keccak256(bytes(scheme))];
    }

    /// @dev Refuses a text that cannot be a prefix of the scheme.
    /// @param whole whether the text shall be granted, or only stand above grants
    function _verifyText(string calldata scheme, string calldata prefix, bool whole)
        internal
        view
        returns (Scheme memory rules)
    {
        rules = _rulesOf(scheme);
        if (!rules.registered) revert SchemeUnknown(scheme);
        bytes calldata text = bytes(prefix);
        bool fits = text.length != 0 && text.length <= rules.longest && (!whole || text.length >= rules.shortest);
        bool segmentEmpty = true;
        for (uint256 i = 0; fits && i < text.length; ++i) {
            bytes1 character = text[i];
            bool separates = character == rules.separator;
            fits = character > 0x20 && character < 0x7F && !(separates && segmentEmpty);
            segmentEmpty = separates;
        }
        if (!fits || segmentEmpty) revert PrefixMalformed(scheme, prefix);
    }

    /// @dev Whether the first `end` characters are a level above the whole.
    function _isLevel(bytes calldata text, uint256 end, bytes1 separator) internal pure returns (bool) {
        return separator == 0 || text[end] == separator;
    }

    function _isSchemeName(bytes calldata name) private pure returns (bool) {
        if (name.length == 0 || name.length > 16) return false;
        for (uint256 i = 0; i < name.length; ++i) {
            bytes1 character = name[i];
            bool letter = character >= "a" && character <= "z";
            bool digit = character >= "0" && character <= "9";
            if (!letter && !digit) return false;
        }
        return true;
    }
}
