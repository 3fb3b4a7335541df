// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {EIP712} from "solady/utils/EIP712.sol";
import {FixedPointMathLib} from "solady/utils/FixedPointMathLib.sol";
import {SafeTransferLib} from "solady/utils/SafeTransferLib.sol";
import {ISponsorForwarder} from "./interfaces/ISponsorForwarder.sol";
import {PaymentErrors} from "./libraries/PaymentErrors.sol";
import {Signatures} from "./libraries/Signatures.sol";

/// @title ERC-2771 forwarder with a sponsor's budget per account.
/// @dev It makes plain calls only. No target that trusts it may offer a delegatecall multicall.
contract SponsorForwarder is EIP712, ISponsorForwarder {
    bytes32 private constant REQUEST_TYPEHASH = keccak256(
        "Request(address from,address to,address sponsor,uint256 gas,uint256 nonce,uint256 deadline,uint256 maxChargeWei,bytes data)"
    );

    /// @dev What happens outside the measured span: the transaction itself, calldata, and paying the relayer back.
    uint256 private constant OVERHEAD_GAS = 60_000;

    /// @inheritdoc ISponsorForwarder
    mapping(address account => uint256) public nonceOf;
    /// @inheritdoc ISponsorForwarder
    mapping(address sponsor => uint256) public depositOf;
    /// @inheritdoc ISponsorForwarder
    mapping(address sponsor => mapping(address account => uint256)) public budgetOf;

    /// @inheritdoc ISponsorForwarder
    function deposit() external payable {
        depositOf[msg.sender] += msg.value;
        emit SponsorDeposited(msg.sender, msg.value);
    }

    /// @inheritdoc ISponsorForwarder
    function withdrawDeposit(uint256 amountWei) external {
        if (amountWei > depositOf[msg.sender]) revert PaymentErrors.NoCredit();
        depositOf[msg.sender] -= amountWei;
        emit SponsorWithdrew(msg.sender, amountWei);
        SafeTransferLib.safeTransferETH(msg.sender, amountWei);
    }

    /// @inheritdoc ISponsorForwarder
    function setBudget(address account, uint256 budgetWei) external {
        budgetOf[msg.sender][account] = budgetWei;
        emit BudgetSet(msg.sender, account, budgetWei);
    }

    /// @inheritdoc ISponsorForwarder
    /// @dev The largest possible charge is taken before the call and the rest given back after it, so nothing the call
    /// does can spend the same budget again.
    function execute(Request calldata request, bytes calldata signature) external returns (bool succeeded) {
        uint256 gasBefore = gasleft();
        _mustBeValid(request, signature);
        nonceOf[request.from] = request.nonce + 1;
        uint256 hold = _hold(request);
        succeeded = _call(request);
        uint256 charge;
        if (request.sponsor != address(0)) {
            charge = FixedPointMathLib.min(hold, (gasBefore - gasleft() + OVERHEAD_GAS) * tx.gasprice);
            depositOf[request.sponsor] += hold - charge;
            budgetOf[request.sponsor][request.from] += hold - charge;
        }
        emit Executed(request.from, request.to, request.sponsor, request.nonce, succeeded, msg.sender, charge);
        if (charge != 0) SafeTransferLib.safeTransferETH(msg.sender, charge);
    }

    function _mustBeValid(Request calldata request, bytes calldata signature) private view {
        if (block.timestamp > request.deadline) revert PaymentErrors.TooLate();
        if (request.nonce != nonceOf[request.from]) revert PaymentErrors.NonceUsed();
        if (!Signatures.areBy(request.from, _digest(request), signature)) {
            revert PaymentErrors.BadSignature();
        }
        if (!_trustsMe(request.to)) revert PaymentErrors.TargetRefused();
    }

    function _hold(Request calldata request) private returns (uint256 hold) {
        if (request.sponsor == address(0)) return 0;
        hold = FixedPointMathLib.min(request.maxChargeWei, (request.gas + OVERHEAD_GAS) * tx.gasprice);
        uint256 left = budgetOf[request.sponsor][request.from];
        uint256 deposited = depositOf[request.sponsor];
        // A budget of nothing is no sponsorship, also where gas is free.
        if (left == 0 || left < hold || deposited < hold) revert PaymentErrors.BudgetSpent();
        budgetOf[request.sponsor][request.from] = left - hold;
        depositOf[request.sponsor] = deposited - hold;
    }

    /// @dev A relayer that supplies too little gas would make the call fail and spend the nonce: refused beforehand. A
    /// call receives at most 63/64 of what is left.
    function _call(Request calldata request) private returns (bool succeeded) {
        bytes memory data = abi.encodePacked(request.data, request.from);
        (address to, uint256 gasForCall) = (request.to, request.gas);
        if (gasleft() * 63 / 64 < gasForCall) revert PaymentErrors.GasTooLow();
        assembly ("memory-safe") {
            succeeded := call(gasForCall, to, 0, add(data, 0x20), mload(data), 0, 0)
        }
    }

    function _trustsMe(address target) private view returns (bool) {
        bytes memory question = abi.encodeWithSignature("isTrustedForwarder(address)", address(this));
        bool answered;
        uint256 answer;
        assembly ("memory-safe") {
            answered := staticcall(30000, target, add(question, 0x20), mload(question), 0, 0x20)
            answered := and(answered, gt(returndatasize(), 0x1f))
            answer := mload(0)
        }
        return answered && answer == 1;
    }

    function _digest(Request calldata request) private view returns (bytes32) {
        return _hashTypedData(
            keccak256(
                abi.encode(
                    REQUEST_TYPEHASH,
                    request.from,
                    request.to,
                    request.sponsor,
                    request.gas,
                    request.nonce,
                    request.deadline,
                    request.maxChargeWei,
                    keccak256(request.data)
                )
            )
        );
    }

    function _domainNameAndVersion() internal pure override returns (string memory, string memory) {
        return ("CoreFans Forwarder", "1");
    }
}
